package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.NewEvidence;

final class SourceViewsTest {
  @Test
  void copies_ofWhichOneHasATypeThatPagesShow_areShownAsThatOne() {
    EvidenceObject claimed = copy("application/octet-stream");
    EvidenceObject scanned = copy("image/jpeg");

    assertThat(SourceViews.best(List.of(claimed, scanned))).isEqualTo(scanned);
    assertThat(SourceViews.best(List.of(claimed))).isEqualTo(claimed);
  }

  private static EvidenceObject copy(String mediaType) {
    return new EvidenceObject(
        new EvidenceId(UUID.randomUUID()),
        new NewEvidence(EvidenceKind.MEDIA, mediaType, "scan:1", Instant.EPOCH),
        1,
        "0".repeat(64),
        Instant.EPOCH,
        EvidenceObject.State.SEALED);
  }
}
