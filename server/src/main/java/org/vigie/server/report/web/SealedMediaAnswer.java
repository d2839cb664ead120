package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.server.evidence.EvidenceObject;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Sealed media, for programs.
///
/// @param evidence the identifier for a snapshot
/// @param sha256 of the content
/// @param length of the content in bytes
/// @param keptUntil when it is destroyed, unless a notice names it
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "SealedMedia")
record SealedMediaAnswer(
    UUID evidence,
    String sha256,
    long length,
    Instant keptUntil,
    @Nullable Boolean test) {
  static SealedMediaAnswer of(EvidenceObject object) {
    return new SealedMediaAnswer(
        object.id().value(),
        object.sha256(),
        object.length(),
        object.description().keepUntil(),
        null);
  }
}
