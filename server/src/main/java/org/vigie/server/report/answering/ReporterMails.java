package org.vigie.server.report.answering;

import org.vigie.server.outbox.Outbox;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.mailing.MailServer;
import org.vigie.server.report.store.NoticeStore;

/// Queues mails to reporters. The page of the receipt shows the same. Threads: any.
public final class ReporterMails {
  private final NoticeStore notices;
  private final Outbox outbox;
  private final MailServer server;

  ReporterMails(NoticeStore notices, Outbox outbox, MailServer server) {
    this.notices = notices;
    this.outbox = outbox;
    this.server = server;
  }

  /// Queues a mail about the receipt of a notice, in the transaction of the caller, if the reporter
  /// gave an address and the operator has set a mail server.
  public void received(NoticeId notice) {
    add(notice, ReporterMail.Kind.RECEIVED);
  }

  /// Queues a mail about the outcome, under the same conditions.
  void decided(NoticeId notice) {
    add(notice, ReporterMail.Kind.DECIDED);
  }

  private void add(NoticeId notice, ReporterMail.Kind kind) {
    if (server.isOn() && notices.hasContact(notice)) {
      outbox.add(new ReporterMail(notice.value(), kind).effect());
    }
  }
}
