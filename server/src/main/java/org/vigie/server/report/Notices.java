package org.vigie.server.report;

import java.util.List;
import java.util.Optional;

/// The notices that were received. Threads: any.
public interface Notices {
  /// Finds a notice.
  Optional<Notice> find(NoticeId id);

  /// Returns what the snapshots of some notices say of account and room together.
  Circumstances circumstances(List<NoticeId> notices);

  /// Says what became of a notice, in the transaction of the caller; the reporter is told after
  /// it commits. Saying the same again changes nothing; a later outcome replaces an earlier one.
  void decided(NoticeId id, Notice.Outcome outcome);

  /// Says that the decision about a notice does not stand any more and that there will be
  /// another, in the transaction of the caller. What was forgotten stays as it is.
  void openAgain(NoticeId id);
}
