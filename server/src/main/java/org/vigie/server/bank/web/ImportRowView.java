package org.vigie.server.bank.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.hashlist.BadLine;
import org.vigie.hashlist.Flaw;
import org.vigie.server.bank.file.Import;
import org.vigie.server.frame.Moment;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.Tone;

/// An import in words.
///
/// @param over whether it will not change any more
/// @param done whether it is imported
/// @param percent how much of the file was read
/// @param readAs the form of list that was recognised
/// @param leftOut a sentence for each kind of content that was left out on purpose
/// @param wouldSkip whether the file could be imported without its bad lines
public record ImportRowView(
    long id,
    String state,
    Tone tone,
    boolean over,
    boolean done,
    String rows,
    int percent,
    String added,
    String changed,
    String unchanged,
    String defects,
    @Nullable String readAs,
    List<String> leftOut,
    List<DefectRow> badLines,
    boolean wouldSkip,
    Moment startedAt) {
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
        each.skipped() > 0
            ? texts.get("bank.import.state.DONE_SKIPPING", texts.number(each.skipped()))
            : texts.get("bank.import.state", each.state()),
        each.skipped() > 0 ? Tone.WAITING : tone(each.state()),
        each.state().isFinal(),
        each.state() == Import.State.DONE,
        texts.number(each.progress().rowsRead()),
        each.progress().percent(),
        texts.number(each.progress().outcome().added()),
        texts.number(each.progress().outcome().changed()),
        texts.number(each.progress().outcome().unchanged()),
        texts.number(each.defects().count()),
        each.reading()
            .form()
            .map(form -> texts.get("bank.import.form." + form.word()))
            .orElse(null),
        leftOut(each, texts),
        each.defects().first().stream().map(bad -> DefectRow.of(bad, texts)).toList(),
        each.wouldSkip(),
        texts.moment(each.progress().startedAt()));
  }

  private static List<String> leftOut(Import each, Texts texts) {
    return each.reading().leftOut().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(kind -> texts.get(
            "bank.import.left-out." + kind.getKey().word(), texts.number(kind.getValue())))
        .toList();
  }

  private static Tone tone(Import.State state) {
    return switch (state) {
      case QUEUED, RUNNING -> Tone.WAITING;
      case DONE -> Tone.GOOD;
      case REFUSED, FAILED, INTERRUPTED -> Tone.BAD;
    };
  }
}
