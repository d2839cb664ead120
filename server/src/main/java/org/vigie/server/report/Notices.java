package org.vigie.server.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The notices that were received. Threads: any.
public interface Notices {
  /// Finds the newest notices whose explanation has some words in it, whatever their case, among
  /// the last 5,000 received.
  List<NoticeId> mentioning(String words, int most);

  /// Finds a notice.
  Optional<Notice> find(NoticeId id);

  /// Returns the explanations of some notices; those without one are left out.
  Map<NoticeId, String> explanations(List<NoticeId> notices);

  /// Returns the combined circumstances of some notices, from their snapshots.
  Circumstances circumstances(List<NoticeId> notices);

  /// Stores the outcome of a notice in the transaction of the caller; the reporter is notified
  /// after the commit. A repeat of the same outcome changes nothing; a later outcome replaces it.
  void decided(NoticeId id, Notice.Outcome outcome);

  /// Removes the outcome of a notice whose decision was reversed, in the transaction of the caller;
  /// another decision follows. Deleted data stays deleted.
  void openAgain(NoticeId id);
}
