package org.vigie.server.report;

import java.util.List;
import java.util.Optional;

/// The notices that were received. Threads: any.
public interface Notices {
  /// Finds a notice.
  Optional<Notice> find(NoticeId id);

  /// Finds the notice of a receipt.
  Optional<Notice> find(ReceiptCode code);

  /// Returns the files that came with a notice, in the order in which they were sent; none once it
  /// was forgotten what it says.
  List<ReceivedFile> files(NoticeId id);

  /// Returns what the snapshots of some notices say of account and room together.
  Circumstances circumstances(List<NoticeId> notices);

  /// Says what became of a notice, in the transaction of the caller; the reporter is told after
  /// it commits. Saying the same again changes nothing; a later outcome replaces an earlier one.
  void decided(NoticeId id, Notice.Outcome outcome);

  /// Says that the decision about a notice does not stand any more and that there will be
  /// another, in the transaction of the caller. What was forgotten stays as it is.
  void openAgain(NoticeId id);
}
