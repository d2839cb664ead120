package org.vigie.server.scan;

import org.vigie.connector.Surface;

/// Scans submitted media. Threads: any; blocks until the scan is stored.
public interface Scanner {
  /// Returns whether content of a surface is scanned here.
  boolean scans(Surface surface);

  /// Scans media and stores the scan, unless the caller repeats a request that was answered
  /// before. Must be called outside any transaction, as the media may be written to the vault.
  ///
  /// @param lane in which the picture is decoded
  /// @throws org.vigie.server.bank.IndexNotLoadedException before the index is loaded; nothing
  ///     is stored then
  ScanReply scan(ScanRequest request, Media media, DecodingLane lane);

  /// Scans media that is decoded in the lane of scans.
  default ScanReply scan(ScanRequest request, Media media) {
    return scan(request, media, DecodingLane.SCANS);
  }

  /// Reads the picture of a scan later, if it was not read before its deadline. Its media must be
  /// sealed before this is called, so that it is found if it matches.
  void readLater(Scan scan, Media media);
}
