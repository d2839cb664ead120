package org.vigie.server.scan.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.vigie.connector.Surface;
import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.SealedContent;
import org.vigie.server.evidence.Vault;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.PictureReading;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanOutcome;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.settings.ScanSettings;

/// Seals the media that a person may have to look at: media that matches, and public media that
/// could not be scanned. All other media is dropped when its scan is stored.
final class MediaKeeping {
  private final Vault vault;
  private final ScanSettings settings;

  MediaKeeping(Vault vault, ScanSettings settings) {
    this.vault = vault;
    this.settings = settings;
  }

  /// Puts the media of a scan into the vault if it is kept; call it outside any transaction. A scan
  /// whose media cannot be sealed is not stored.
  Optional<SealedContent> put(ScanRequest request, Scan scan, Media media) {
    if (!isKept(scan) || media.size() == 0 || isOfAStranger(request, scan)) {
      return Optional.empty();
    }
    try {
      return Optional.of(vault.put(media.open()));
    } catch (IOException e) {
      throw new UncheckedIOException("the media of a scan cannot be sealed", e);
    }
  }

  /// Records the media of a scan, in the transaction of the caller.
  EvidenceId record(ScanRequest request, Scan scan, SealedContent content) {
    return vault.record(request.caller(), description(request, scan), content);
  }

  /// Removes the media of a scan that was not stored; call it outside any transaction.
  void discard(SealedContent content) {
    vault.discard(content);
  }

  /// A stranger's attachment is sealed with its notice, for a shorter time, unless it matches.
  private static boolean isOfAStranger(ScanRequest request, Scan scan) {
    return request.caller() instanceof Caller.Vigie
        && scan.outcome() instanceof ScanOutcome.Unscannable;
  }

  private boolean isKept(Scan scan) {
    return settings.keepMatchedMedia()
        && switch (scan.outcome()) {
          case ScanOutcome.Matched _ -> true;
          case ScanOutcome.Unscannable _ -> scan.subject().surface() == Surface.PUBLIC;
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
