package org.vigie.server.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.Vault;
import org.vigie.server.policy.Surface;
import org.vigie.server.scan.PictureReading.Picture;

/// Seals the media that a person may have to look at: what matches, and what was shared in
/// public and could not be scanned. All other media is forgotten when its scan is stored.
final class MediaKeeping {
  private final Vault vault;
  private final ScanSettings settings;

  MediaKeeping(Vault vault, ScanSettings settings) {
    this.vault = vault;
    this.settings = settings;
  }

  /// Seals the media of a scan, in the transaction of the caller, if it is kept. A scan whose
  /// media cannot be sealed is not stored.
  Optional<EvidenceId> seal(ScanRequest request, Scan scan, Media media) {
    if (!isKept(scan) || media.size() == 0 || isOfAStranger(request, scan)) {
      return Optional.empty();
    }
    try {
      ByteArrayInputStream content = new ByteArrayInputStream(media.bytes());
      return Optional.of(vault.seal(request.caller(), description(request, scan), content));
    } catch (IOException e) {
      throw new UncheckedIOException("the media of a scan cannot be sealed", e);
    }
  }

  /// What strangers attach to a notice is sealed with that, for a shorter time, unless it matches.
  private static boolean isOfAStranger(ScanRequest request, Scan scan) {
    return request.caller() instanceof Caller.Vigie
        && scan.outcome() instanceof ScanOutcome.Unscannable;
  }

  private boolean isKept(Scan scan) {
    return settings.keepMatchedMedia()
        && switch (scan.outcome()) {
          case ScanOutcome.Matched _ -> true;
          case ScanOutcome.Unscannable _ -> scan.submission().surface() == Surface.PUBLIC;
          case ScanOutcome.Clear _ -> false;
        };
  }

  private NewEvidence description(ScanRequest request, Scan scan) {
    return new NewEvidence(
        EvidenceKind.MEDIA,
        mediaType(request, scan.signals().picture()),
        "scan:" + scan.id().value(),
        scan.id().at().plus(settings.keep()));
  }

  private static String mediaType(ScanRequest request, PictureReading picture) {
    return picture instanceof Picture read
        ? read.format().mediaType()
        : request.mediaType().orElse("application/octet-stream");
  }
}
