package org.vigie.server.bank.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.SignalType;
import org.vigie.hashlist.BadLine;
import org.vigie.hashlist.HashListDefect;
import org.vigie.hashlist.ListForm;
import org.vigie.server.bank.file.Import;
import org.vigie.server.frame.EnumWords;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// An import as programs read it.
///
/// @param type the type that the caller named for values of 64 digits without one
/// @param readAs the form of hash list that was recognised
/// @param leftOut how much was left out on purpose, by the stable name of its kind
/// @param skipped how many bad lines an import that is done was made without
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Import")
record ImportJson(
    long id,
    String form,
    @Nullable String type,
    boolean skipBadLines,
    @Nullable String readAs,
    Map<String, Long> leftOut,
    String state,
    long bytes,
    long rowsRead,
    long added,
    long changed,
    long unchanged,
    long skipped,
    long defects,
    List<BadLineJson> badLines,
    Instant startedAt,
    @Nullable Instant finishedAt) {
  /// A line with a defect.
  ///
  /// @param defect its stable name; empty in imports of earlier versions
  record BadLineJson(long line, String defect, String reason) {
    /// The parameter of the call that mends a defect.
    private static final Map<String, String> PARAMETERS = Map.of(
        HashListDefect.BARE_NOT_PDQ.word(), " (type=sha256)",
        HashListDefect.BARE_UNCLEAR.word(), " (type=pdq or type=sha256)");

    static BadLineJson of(BadLine bad) {
      String defect = bad.flaw().defect();
      return new BadLineJson(
          bad.line(), defect, bad.reason() + PARAMETERS.getOrDefault(defect, ""));
    }
  }

  static ImportJson of(Import each) {
    return new ImportJson(
        each.id().value(),
        EnumWords.of(each.terms().form()),
        each.terms().reading().bareType().map(SignalType::id).orElse(null),
        each.terms().reading().skipBadLines(),
        each.reading().form().map(ListForm::word).orElse(null),
        leftOut(each),
        EnumWords.of(each.state()),
        each.progress().bytes(),
        each.progress().rowsRead(),
        each.progress().outcome().added(),
        each.progress().outcome().changed(),
        each.progress().outcome().unchanged(),
        each.skipped(),
        each.defects().count(),
        each.defects().first().stream().map(BadLineJson::of).toList(),
        each.progress().startedAt(),
        each.progress().finishedAt().orElse(null));
  }

  private static Map<String, Long> leftOut(Import each) {
    Map<String, Long> counts = new TreeMap<>();
    each.reading().leftOut().forEach((kind, count) -> counts.put(kind.word(), count));
    return counts;
  }
}
