package org.vigie.server.hma.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.hma.curating.DisableUntil;
import org.vigie.server.hma.vocabulary.HmaSignalType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Content of a bank as JSON.
///
/// @param disableUntilTs as [DisableUntil] defines it
/// @param originalMediaUri from the metadata; null if they have none
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "HmaContent")
public record ContentAnswer(
    long id,
    long disableUntilTs,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String originalMediaUri,
    BankAnswer bank,
    @Nullable Map<String, String> signals,
    @Nullable JsonNode metadata,
    @Nullable String note) {
  static ContentAnswer of(
      Member member,
      BankAnswer bank,
      Optional<JsonNode> metadata,
      boolean withSignals,
      boolean withMetadata) {
    return new ContentAnswer(
        member.id().value(),
        DisableUntil.of(member),
        uri(metadata),
        bank,
        withSignals ? signals(member) : null,
        withMetadata ? metadata.orElse(null) : null,
        note(member));
  }

  /// Returns the source of the content in its metadata; null if they have none.
  static @Nullable String uri(Optional<JsonNode> metadata) {
    return metadata
        .map(each -> each.path(Metadata.CONTENT_URI).stringValue(null))
        .orElse(null);
  }

  /// Returns the note; null if there is none.
  static @Nullable String note(Member member) {
    String note = member.description().note();
    return note.isEmpty() ? null : note;
  }

  /// Returns the signals by their types; of several of one type the first.
  static Map<String, String> signals(Member member) {
    Map<String, String> signals = new LinkedHashMap<>();
    for (MemberSignal each : member.signals()) {
      signals.putIfAbsent(HmaSignalType.wordFor(each.signal()), each.signal().text());
    }
    return signals;
  }
}
