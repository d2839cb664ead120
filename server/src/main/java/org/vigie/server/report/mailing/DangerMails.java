package org.vigie.server.report.mailing;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.access.Person;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.report.StaffMails;

/// Queues mails about danger to life. Threads: any.
final class DangerMails implements StaffMails {
  private final Outbox outbox;
  private final MailServer server;

  DangerMails(Outbox outbox, MailServer server) {
    this.outbox = outbox;
    this.server = server;
  }

  @Override
  public boolean danger(Person to, String page, Optional<Instant> dueAt) {
    boolean mails = server.isOn();
    if (mails) {
      outbox.add(DangerMail.effect(to, page, dueAt));
    }
    return mails;
  }
}
