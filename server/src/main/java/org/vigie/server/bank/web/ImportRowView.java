package org.vigie.server.bank.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.hashlist.BadLine;
import org.vigie.hashlist.Flaw;
import org.vigie.server.bank.Import;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;

/// An import in words.
///
/// @param over whether it will not change any more
public record ImportRowView(
    long id,
    String state,
    Tone tone,
    boolean over,
    boolean done,
    String rows,
    String added,
    String changed,
    String unchanged,
    String defects,
    List<DefectRow> badLines,
    String startedAt) {
  /// A line with a defect.
  ///
  /// @param language `en` for the reason of an import of an earlier version; null if the words
  ///     are in the language of the page
  public record DefectRow(
      String line, String words, @Nullable String language) {
    static DefectRow of(BadLine bad, Texts texts) {
      String line = texts.number(bad.line());
      return bad.flaw().defect().isEmpty()
          ? new DefectRow(line, bad.reason(), "en")
          : new DefectRow(line, sentence(bad.flaw(), texts), null);
    }

    private static String sentence(Flaw flaw, Texts texts) {
      return texts.get("bank.defect." + flaw.defect(), flaw.values().toArray());
    }
  }

  static ImportRowView of(Import each, Texts texts) {
    return new ImportRowView(
        each.id().value(),
        texts.get("bank.import.state", each.state()),
        tone(each.state()),
        each.state().isFinal(),
        each.state() == Import.State.DONE,
        texts.number(each.rowsRead()),
        texts.number(each.outcome().added()),
        texts.number(each.outcome().changed()),
        texts.number(each.outcome().unchanged()),
        texts.number(each.defects()),
        each.badLines().stream().map(bad -> DefectRow.of(bad, texts)).toList(),
        texts.time(each.startedAt()));
  }

  private static Tone tone(Import.State state) {
    return switch (state) {
      case QUEUED, RUNNING -> Tone.WAITING;
      case DONE -> Tone.GOOD;
      case REFUSED, FAILED, INTERRUPTED -> Tone.BAD;
    };
  }
}
