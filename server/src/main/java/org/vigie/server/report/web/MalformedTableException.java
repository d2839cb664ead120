package org.vigie.server.report.web;

import java.util.Map;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// A malformed table of notices.
final class MalformedTableException extends RuntimeException implements ProblemCause {
  private static final long serialVersionUID = 1;

  private final Defect defect;

  MalformedTableException(Defect defect) {
    super("a table of notices is not as it has to be");
    this.defect = defect;
  }

  /// The defects of a table.
  enum Defect {
    UNEVEN("The table is not well formed: lines have different lengths, or a quote is not closed."),
    UTF_16("The table is in UTF-16, as spreadsheets write “Unicode text”: save it as “CSV UTF-8”."),
    NOT_UTF_8("The table is not in UTF-8: save it in the spreadsheet as “CSV UTF-8”."),
    OTHER_COLUMNS("The first line names the columns: category and explanation, and any of address,"
        + " account, room, message, surface, language, reference, each once. Commas, semicolons or tabs"
        + " separate them."),
    NOT_CONFIRMED("Each line of a table is a legal notice: confirm that all of it is accurate and"
        + " complete with ?good_faith=true in the address.");

    private final String sentence;

    Defect(String sentence) {
      this.sentence = sentence;
    }

    String word() {
      return EnumWords.of(this);
    }
  }

  Defect defect() {
    return defect;
  }

  @Override
  public Problem problem() {
    return defect == Defect.NOT_CONFIRMED
        ? ProblemException.ofField("good_faith", defect.sentence).problem()
        : new Problem(ProblemType.MALFORMED_REQUEST, defect.sentence, Map.of());
  }
}
