package org.vigie.server.hma.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.hma.HmaSignalType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Content of a bank as JSON.
///
/// @param disableUntilTs seconds since 1970 until which it does not match; 0 if it does
/// @param originalMediaUri as the metadata say; null if they do not
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
      JsonNode metadata,
      boolean withSignals,
      boolean withMetadata) {
    String note = member.description().note();
    return new ContentAnswer(
        member.id().value(),
        member.disabledUntil().map(Instant::getEpochSecond).orElse(0L),
        metadata.path("content_uri").stringValue(null),
        bank,
        withSignals ? signals(member) : null,
        withMetadata ? metadata : null,
        note.isEmpty() ? null : note);
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
