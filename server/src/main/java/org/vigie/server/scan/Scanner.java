package org.vigie.server.scan;

import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.fingerprint.Digest;
import org.vigie.server.frame.TimeOrderedIds;
import org.vigie.server.policy.Surface;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.ScanOutcome.Cause;

/// Scans what is submitted. Threads: any; blocks until the scan is stored.
public final class Scanner {
  private final SignalExtraction extraction;
  private final SignalComparison comparison;
  private final ScanArchive archive;
  private final TimeOrderedIds ids;
  private final ScanSettings settings;
  private final LateReading late;

  Scanner(
      SignalExtraction extraction,
      SignalComparison comparison,
      ScanArchive archive,
      TimeOrderedIds ids,
      ScanSettings settings,
      LateReading late) {
    this.extraction = extraction;
    this.comparison = comparison;
    this.archive = archive;
    this.ids = ids;
    this.settings = settings;
    this.late = late;
  }

  /// Returns whether content of a surface is scanned here.
  public boolean scans(Surface surface) {
    return settings.scans(surface);
  }

  /// Scans media and stores the scan, unless the caller repeats a request that was answered
  /// before.
  ///
  /// @throws org.vigie.server.bank.IndexNotLoadedException before the index is loaded; nothing
  ///     is stored then
  public ScanReply scan(ScanRequest request, Media media) {
    return scan(request, media, DecodingLane.SCANS);
  }

  /// Does so for media that is decoded in another lane than that of scans.
  public ScanReply scan(ScanRequest request, Media media, DecodingLane lane) {
    return archive.timed(() -> reply(request, media, lane));
  }

  private ScanReply reply(ScanRequest request, Media media, DecodingLane lane) {
    if (!scans(request.submission().surface())) {
      return new ScanReply.SurfaceRefused(request.submission().surface());
    }
    Digest digest = request.digest(media);
    Supplier<ScanReply> fresh = () -> fresh(request, media, lane, digest);
    return archive.repeated(request, digest).orElseGet(fresh);
  }

  private ScanReply fresh(ScanRequest request, Media media, DecodingLane lane, Digest digest) {
    return archive.keep(request, digest, scanned(request, media, lane), media);
  }

  /// Reads the picture of a scan once there is time, where there was none before its deadline. Its
  /// media has to be sealed before this is called: so it is found if it matches.
  public void readLater(Scan scan, Media media) {
    if (isLate(scan)) {
      var _ = late.offer(scan, media);
    }
  }

  private static boolean isLate(Scan scan) {
    return scan.signals().picture().equals(new NoPicture(Cause.DEADLINE_PASSED));
  }

  private Scan scanned(ScanRequest request, Media media, DecodingLane lane) {
    ScanId id = new ScanId(ids.next());
    MediaSignals signals = extraction.extract(media, lane);
    return new Scan(
        id,
        request.caller().reference(),
        request.submission(),
        media.size(),
        signals,
        comparison.compare(id, signals, request.submission().surface()),
        Optional.empty());
  }
}
