package org.vigie.server.report;

import java.io.IOException;

/// Takes notices. Threads: any.
public interface Intake {
  /// Checks what a notice says, without taking it.
  ///
  /// @throws MalformedNoticeException if it does not say what the law or the policy wants
  void check(NewNotice notice);

  /// Takes a notice: seals what comes with it, stores it, and publishes [NoticeReceived].
  ///
  /// @throws MalformedNoticeException if it does not say what the law or the policy wants
  IntakeOutcome receive(NewNotice notice) throws IOException;
}
