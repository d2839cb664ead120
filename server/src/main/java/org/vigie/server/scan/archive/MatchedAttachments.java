package org.vigie.server.scan.archive;

import org.vigie.server.access.Caller;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Vault;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.SealedElsewhere;
import org.vigie.server.scan.settings.ScanSettings;
import org.vigie.server.scan.store.ScanStore;

/// Makes a notice's attachment the media of its scan once it matches, so that its case shows it and
/// it is kept as long as other matching media. Works within the transaction of the caller.
public final class MatchedAttachments {
  private static final Caller VIGIE = new Caller.Vigie();

  private final SealedElsewhere elsewhere;
  private final Vault vault;
  private final ScanStore store;
  private final ScanSettings settings;

  MatchedAttachments(
      SealedElsewhere elsewhere, Vault vault, ScanStore store, ScanSettings settings) {
    this.elsewhere = elsewhere;
    this.vault = vault;
    this.store = store;
    this.settings = settings;
  }

  /// Does so for a scan that matches; does nothing if the scan has sealed its media already, or
  /// matching media is not kept.
  public void keep(Scan scan) {
    if (settings.keepMatchedMedia() && scan.media().isEmpty()) {
      elsewhere.find(scan.id()).filter(this::isThere).ifPresent(media -> keep(scan, media));
    }
  }

  private boolean isThere(EvidenceId id) {
    return vault
        .find(id)
        .filter(object -> object.state() == EvidenceObject.State.SEALED)
        .isPresent();
  }

  private void keep(Scan scan, EvidenceId media) {
    store.setMedia(scan.id(), media);
    vault.keepUntil(
        VIGIE, media, scan.id().at().plus(settings.keep()), "scan:" + scan.id().value());
  }
}
