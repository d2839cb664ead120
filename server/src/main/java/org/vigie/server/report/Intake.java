package org.vigie.server.report;

import java.io.IOException;
import java.util.List;
import org.vigie.server.access.Caller;

/// Takes notices. Threads: any.
public interface Intake {
  /// Takes a notice: seals what comes with it, stores it, and publishes [NoticeReceived].
  ///
  /// @throws MalformedNoticeException if it does not say what the law or the policy wants
  IntakeOutcome receive(Caller caller, Origin origin, Claim claim, List<NewAttachment> attachments)
      throws IOException;
}
