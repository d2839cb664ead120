package org.vigie.server.report.mailing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.access.AccessRequested;
import org.vigie.server.access.Person;
import org.vigie.server.report.store.AccessMailStore;

/// Tells a person, and everybody who can stop it, that they are to get access: put in with the
/// request, sent afterwards, at least once, and tried again as mails to reporters are. Threads:
/// any.
public final class AccessMails {
  private static final Logger LOG = LoggerFactory.getLogger(AccessMails.class);

  static final int MOST_ATTEMPTS = 10;

  private final AccessMailStore store;
  private final Letters letters;
  private final TransactionOperations transactions;
  private final InstantSource clock;
  private final boolean on;

  /// What writes and sends a mail.
  public interface Letters {
    /// Sends it.
    ///
    /// @throws MailException if it could not be handed over
    void send(AccessMail mail);
  }

  /// @param on whether anybody is written to; otherwise nothing is put in
  public AccessMails(
      AccessMailStore store,
      Letters letters,
      TransactionOperations transactions,
      InstantSource clock,
      boolean on) {
    this.store = store;
    this.letters = letters;
    this.transactions = transactions;
    this.clock = clock;
    this.on = on;
  }

  /// Puts the mails in, in the transaction of the request.
  @EventListener
  public void put(AccessRequested request) {
    if (on) {
      put(request, request.concerned(), true);
      request.others().forEach(other -> put(request, other, false));
    }
  }

  private void put(AccessRequested request, Person to, boolean own) {
    store.put(
        to.email(),
        new AccessMail.Tidings(
            request.kind(),
            own,
            request.concerned().name().value(),
            request.askedBy(),
            request.dueAt(),
            request.atOnce()),
        clock.instant());
  }

  /// Sends the mail that is due next; returns whether there was one.
  public boolean step() {
    return Boolean.TRUE.equals(transactions.execute(_ -> {
      Optional<AccessMail> due = store.lockNext(clock.instant());
      due.ifPresent(this::send);
      return due.isPresent();
    }));
  }

  private void send(AccessMail mail) {
    Instant now = clock.instant();
    try {
      letters.send(mail);
      store.end(mail, Optional.of(now));
    } catch (MailException e) {
      failed(mail, now);
      LOG.atWarn()
          .setMessage("mail about access not sent")
          .addKeyValue("mail", mail.number())
          .addKeyValue("attempts", mail.attempts() + 1)
          .addKeyValue("failure", e.getClass().getSimpleName())
          .log();
    }
  }

  private void failed(AccessMail mail, Instant now) {
    if (mail.attempts() + 1 >= MOST_ATTEMPTS) {
      store.end(mail, Optional.empty());
    } else {
      store.failed(mail, now.plus(Duration.ofMinutes(1L << mail.attempts())));
    }
  }
}
