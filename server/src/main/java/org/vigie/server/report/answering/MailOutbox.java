package org.vigie.server.report.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.store.MailStore;

/// The mails to reporters: put in with what they tell of, sent afterwards, at least once.
///
/// A mail that cannot be sent is tried again after 1, 2, 4 … minutes, at most [#MOST_ATTEMPTS]
/// times; the page of the receipt says the same. Threads: any.
public final class MailOutbox {
  static final int MOST_ATTEMPTS = 10;

  private static final Logger log = LoggerFactory.getLogger(MailOutbox.class);

  private final MailStore store;
  private final Letters letters;
  private final TransactionOperations transactions;
  private final InstantSource clock;
  private final boolean on;

  /// @param on whether anybody is written to; otherwise nothing is put in
  public MailOutbox(
      MailStore store,
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

  /// What writes and sends a mail.
  public interface Letters {
    /// Sends it.
    ///
    /// @throws MailException if it could not be handed over
    void send(ReporterMail mail);
  }

  /// Puts a mail in, in the transaction of the caller, if the reporter gave an address.
  public void put(NoticeId notice, ReporterMail.Kind kind) {
    if (on) {
      store.put(notice, kind, clock.instant());
    }
  }

  /// Sends the mail that is due next; returns whether there was one.
  public boolean step() {
    return transactions.execute(_ -> {
      Optional<ReporterMail> due = store.lockNext(clock.instant());
      due.ifPresent(this::send);
      return due.isPresent();
    });
  }

  private void send(ReporterMail mail) {
    Instant now = clock.instant();
    try {
      letters.send(mail);
      store.sent(mail, now);
    } catch (MailException e) {
      failed(mail, now);
      log.atWarn()
          .setMessage("mail to a reporter not sent")
          .addKeyValue("mail", mail.number())
          .addKeyValue("attempts", mail.attempts() + 1)
          .addKeyValue("failure", e.getClass().getSimpleName())
          .log();
    }
  }

  private void failed(ReporterMail mail, Instant now) {
    boolean last = mail.attempts() + 1 >= MOST_ATTEMPTS;
    Duration rest = Duration.ofMinutes(1L << mail.attempts());
    store.failed(mail, last ? Optional.empty() : Optional.of(now.plus(rest)));
  }
}
