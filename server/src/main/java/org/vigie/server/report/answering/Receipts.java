package org.vigie.server.report.answering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.store.NoticeStore;
import org.vigie.server.report.store.OpenAgainStore;

/// Opens receipts: the holder of a code sees the state of one notice. Threads: any.
public record Receipts(NoticeStore store, OpenAgainStore openAgain) {
  /// Finds the notice of a receipt.
  public Optional<Notice> find(ReceiptCode code) {
    return store.find(code);
  }

  /// Finds a notice by its identifier, which alone opens nothing to a stranger.
  public Optional<Notice> find(NoticeId id) {
    return store.find(id);
  }

  /// Returns when the decision about an undecided notice was reversed.
  public Optional<Instant> reopened(NoticeId id) {
    return openAgain.reopened(id);
  }

  /// Returns the files that came with a notice, in the order in which they were sent; none once the
  /// content of the notice was deleted.
  public List<ReceivedFile> files(NoticeId id) {
    return store.files(id);
  }
}
