package org.vigie.server.hma.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.bank.Member;
import org.vigie.server.hma.curating.DisableUntil;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Content that was changed, as JSON: HMA's whole record of it.
///
/// @param disableUntilTs as [DisableUntil] defines it
/// @param collabMetadata the metadata of exchanges: nothing, as there are none
/// @param originalMediaUri from the metadata; null if they have none
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "HmaContentRecord")
public record ContentRecord(
    long id,
    long disableUntilTs,
    Map<String, List<String>> collabMetadata,
    @Nullable String originalMediaUri,
    BankAnswer bank,
    @Nullable JsonNode userMetadata,
    @Nullable String note) {
  public ContentRecord {
    collabMetadata = Map.copyOf(collabMetadata);
  }

  static ContentRecord of(Member member, BankAnswer bank, Optional<JsonNode> metadata) {
    return new ContentRecord(
        member.id().value(),
        DisableUntil.of(member),
        Map.of(),
        ContentAnswer.uri(metadata),
        bank,
        metadata.orElse(null),
        ContentAnswer.note(member));
  }
}
