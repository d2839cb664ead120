package org.vigie.server.report.mailing;

import org.springframework.context.event.EventListener;
import org.vigie.server.access.AccessRequested;
import org.vigie.server.outbox.Outbox;

/// Queues mails to a person who is to get access, and to everybody who can stop it. Threads: any.
final class AccessMails {
  private final Outbox outbox;
  private final MailServer server;

  AccessMails(Outbox outbox, MailServer server) {
    this.outbox = outbox;
    this.server = server;
  }

  /// Queues the mails in the transaction of the request, if the operator has set a mail server.
  @EventListener
  void on(AccessRequested request) {
    if (server.isOn()) {
      outbox.add(AccessMail.effect(request, request.concerned(), true));
      request.others().forEach(other -> outbox.add(AccessMail.effect(request, other, false)));
    }
  }
}
