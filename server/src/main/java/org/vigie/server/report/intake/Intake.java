package org.vigie.server.report.intake;

import java.io.IOException;
import java.util.List;
import org.vigie.server.report.attachments.FileShare;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewNotice;

/// Takes notices. Threads: any.
public interface Intake {
  /// Returns where a notice does not say what the law or the policy wants, in the order of its
  /// fields, without taking it.
  List<MalformedNoticeException> mistakes(NewNotice notice);

  /// Takes a notice: seals what comes with it, stores it, and publishes [NoticeReceived].
  ///
  /// @throws MalformedNoticeException if it does not say what the law or the policy wants
  IntakeOutcome receive(NewNotice notice) throws IOException;

  /// Does so for a sender who may have only so much sealed. Over that, the notice of a messenger is
  /// refused; any other is taken without its files.
  ///
  /// @throws org.vigie.server.frame.ProblemException if a messenger's files are
  ///     more than its share
  IntakeOutcome receive(NewNotice notice, FileShare share) throws IOException;
}
