package org.vigie.server.report;

import java.util.Optional;

/// The notices that were received. Threads: any.
public interface Notices {
  /// Finds a notice.
  Optional<Notice> find(NoticeId id);

  /// Finds the notice of a receipt.
  Optional<Notice> find(ReceiptCode code);

  /// Says what became of a notice, in the transaction of the caller; the reporter is told after
  /// it commits. Saying the same again changes nothing; a later outcome replaces an earlier one.
  void decided(NoticeId id, Notice.Outcome outcome);
}
