package org.vigie.server.scan.scanning;

import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.server.frame.TimeOrderedIds;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanOutcome.Cause;
import org.vigie.server.scan.ScanReply;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.Scanner;
import org.vigie.server.scan.SignalExtraction;
import org.vigie.server.scan.archive.ScanArchive;
import org.vigie.server.scan.comparing.SignalComparison;
import org.vigie.server.scan.metering.ScanMeters;
import org.vigie.server.scan.settings.ScanSettings;

/// Scans submitted media: reads its signals, compares them and stores the scan.
final class MediaScanner implements Scanner {
  private final SignalExtraction extraction;
  private final SignalComparison comparison;
  private final ScanArchive archive;
  private final TimeOrderedIds ids;
  private final ScanSettings settings;
  private final LateReading late;
  private final ScanMeters meters;

  MediaScanner(
      SignalExtraction extraction,
      SignalComparison comparison,
      ScanArchive archive,
      TimeOrderedIds ids,
      ScanSettings settings,
      LateReading late,
      ScanMeters meters) {
    this.extraction = extraction;
    this.comparison = comparison;
    this.archive = archive;
    this.ids = ids;
    this.settings = settings;
    this.late = late;
    this.meters = meters;
  }

  @Override
  public boolean scans(Surface surface) {
    return settings.scans(surface);
  }

  @Override
  public ScanReply scan(ScanRequest request, Media media, DecodingLane lane) {
    return meters.timeScan(() -> reply(request, media, lane));
  }

  private ScanReply reply(ScanRequest request, Media media, DecodingLane lane) {
    if (!scans(request.subject().surface())) {
      return new ScanReply.SurfaceRefused(request.subject().surface());
    }
    Digest digest = request.digest(media);
    Supplier<ScanReply> fresh = () -> fresh(request, media, lane, digest);
    return archive.repeated(request, digest).orElseGet(fresh);
  }

  private ScanReply fresh(ScanRequest request, Media media, DecodingLane lane, Digest digest) {
    return archive.keep(request, digest, scanned(request, media, lane), media);
  }

  @Override
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
        request.subject(),
        media.size(),
        signals,
        comparison.compare(id, signals, request.subject().surface()),
        Optional.empty());
  }
}
