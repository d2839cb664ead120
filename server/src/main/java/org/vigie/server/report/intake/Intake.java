package org.vigie.server.report.intake;

import java.io.IOException;
import java.util.List;
import org.vigie.server.report.attachments.FileShare;
import org.vigie.server.report.checking.MalformedNoticeException;
import org.vigie.server.report.checking.NewNotice;

/// Takes notices. Threads: any.
public interface Intake {
  /// Returns the defects of a notice by the law and the policy, in the order of its fields, without
  /// taking it.
  List<MalformedNoticeException> mistakes(NewNotice notice);

  /// Takes a notice: seals its files, stores it, and publishes [NoticeReceived].
  ///
  /// @throws MalformedNoticeException if it has a defect by the law or the policy
  IntakeOutcome receive(NewNotice notice) throws IOException;

  /// Takes a notice of a sender with a quota. Above the quota, the notice of a messenger is
  /// refused; any other is taken without its files.
  ///
  /// @throws org.vigie.server.frame.ProblemException if a messenger's files are
  ///     more than its share
  IntakeOutcome receive(NewNotice notice, FileShare share) throws IOException;
}
