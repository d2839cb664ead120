package org.vigie.server.hma.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.bank.IndexState;
import org.vigie.server.bank.IndexStates;
import org.vigie.server.hma.lookup.SignalTypeRatios;
import org.vigie.server.hma.vocabulary.HmaContentType;
import org.vigie.server.hma.vocabulary.HmaProblems;
import org.vigie.server.hma.vocabulary.HmaSignalType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Signal types, content types and the index.
@RestController
class TypeCallsController {
  private final SignalTypeRatios ratios;
  private final IndexStates index;

  TypeCallsController(SignalTypeRatios ratios, IndexStates index) {
    this.ratios = ratios;
    this.index = index;
  }

  /// A signal type as JSON.
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "HmaSignalType")
  public record SignalTypeAnswer(String name, double enabledRatio) {}

  @GetMapping("/hma/c/signal_type")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  List<SignalTypeAnswer> signalTypes() {
    return Arrays.stream(HmaSignalType.values())
        .map(type -> new SignalTypeAnswer(type.word(), ratios.of(type)))
        .toList();
  }

  @PutMapping("/hma/c/signal_type/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.BANKS_WRITE)
  void edit(Caller caller, @PathVariable String name, @RequestBody JsonNode json) {
    HmaSignalType type = HmaSignalType.of(name)
        .orElseThrow(() -> HmaProblems.notFound("There is no signal type of this name."));
    double ratio = new Body(json)
        .ratio("enabled_ratio")
        .orElseThrow(() -> HmaProblems.bad("The field enabled_ratio is missing."));
    ratios.set(type, ratio, caller);
  }

  /// A content type as JSON.
  @Schema(name = "HmaContentType")
  public record ContentTypeAnswer(String name, boolean enabled) {}

  @GetMapping("/hma/c/content_type")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  List<ContentTypeAnswer> contentTypes() {
    return Arrays.stream(HmaContentType.values())
        .map(type -> new ContentTypeAnswer(type.word(), isEnabled(type)))
        .toList();
  }

  private boolean isEnabled(HmaContentType type) {
    return type.signalTypes().stream().anyMatch(signalType -> ratios.of(signalType) > 0);
  }

  /// The state of the index as JSON, for look-ups.
  ///
  /// @param builtTo seconds since 1970; -1 if the index is not there
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "HmaPresence")
  public record PresenceAnswer(boolean present, long builtTo, long size) {}

  @GetMapping("/hma/m/index/status")
  @Requires(Permission.SCAN)
  @Look(Look.Kind.NOTHING_PERSONAL)
  Map<String, PresenceAnswer> presence(
      @RequestParam(name = "signal_type", required = false) @Nullable String only) {
    Optional<IndexState> state = index.current();
    Map<String, PresenceAnswer> answer = new LinkedHashMap<>();
    for (HmaSignalType type : types(only)) {
      answer.put(
          type.word(),
          state
              .map(known -> new PresenceAnswer(true, known.builtTo(), sizeOf(known, type)))
              .orElse(new PresenceAnswer(false, -1, 0)));
    }
    return answer;
  }

  /// The state of the index as JSON, for curators.
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(name = "HmaIndex")
  public record IndexAnswer(
      long dbSize, long indexSize, boolean indexOutOfDate, long newestDbItem, long indexBuiltTo) {}

  @GetMapping("/hma/c/signal_type/index")
  @Requires(Permission.BANKS_READ)
  @Look(Look.Kind.NOTHING_PERSONAL)
  Map<String, IndexAnswer> indexes(
      @RequestParam(name = "signal_type", required = false) @Nullable String only) {
    IndexState stored = index.stored();
    Optional<IndexState> loaded = index.current();
    Map<String, IndexAnswer> answer = new LinkedHashMap<>();
    for (HmaSignalType type : types(only)) {
      answer.put(type.word(), answer(type, stored, loaded));
    }
    return answer;
  }

  private static IndexAnswer answer(
      HmaSignalType type, IndexState stored, Optional<IndexState> loaded) {
    boolean outOfDate =
        loaded.map(IndexState::revision).filter(stored.revision()::equals).isEmpty();
    return new IndexAnswer(
        sizeOf(stored, type),
        loaded.map(known -> sizeOf(known, type)).orElse(0L),
        outOfDate,
        stored.builtTo(),
        loaded.map(IndexState::builtTo).orElse(-1L));
  }

  private static long sizeOf(IndexState state, HmaSignalType type) {
    return state.signals().getOrDefault(type.type().id(), 0L);
  }

  private static List<HmaSignalType> types(@Nullable String only) {
    return only == null ? List.of(HmaSignalType.values()) : List.of(Parameters.signalType(only));
  }
}
