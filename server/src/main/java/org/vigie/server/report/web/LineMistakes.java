package org.vigie.server.report.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.report.checking.MalformedNoticeException;

/// The defects in notices of a flagger, for its people: line by line of a table, or beside the
/// fields of the form.
final class LineMistakes {
  private LineMistakes() {}

  /// Returns the defects of the lines of a table that are no notices.
  static List<String> ofTable(Frame frame, FlaggerBatch.Answer answer) {
    return answer.results().stream()
        .filter(each -> each.noticeId() == null)
        .map(each -> frame.text(
            "report.portal.refused", Objects.requireNonNull(each.line()), ofLine(frame, each)))
        .toList();
  }

  private static String ofLine(Frame frame, FlaggerBatch.Result result) {
    String column = column(result);
    String label = frame.text("report.portal.column", column);
    return switch (column) {
      case "messenger", "surface", "language", "reported" ->
        frame.text("report.portal.defect." + column, label);
      case "category" -> frame.text("report.portal.defect.category", label);
      case "" -> frame.text("report.portal.defect.suspended");
      default ->
        result
            .mistake()
            .map(mistake -> ofMistake(frame, mistake, label))
            .orElseGet(() -> frame.text("report.portal.defect.other", label));
    };
  }

  private static String ofMistake(Frame frame, MalformedNoticeException mistake, String label) {
    return switch (mistake.defect()) {
      case MEMBERS_ONLY -> frame.text("report.portal.defect.members-only", label);
      case NOT_CONFIRMED -> frame.text("report.portal.defect.not-confirmed");
      default -> Mistakes.named(frame, label, mistake);
    };
  }

  /// Returns the column for a field of the call: `address` for `reported[0].address`.
  private static String column(FlaggerBatch.Result result) {
    return String.valueOf(result.field()).replaceAll(".*\\.", "").replaceAll("\\[.*", "");
  }

  /// Returns the defects of the notice of the form.
  static FormErrors ofForm(Frame frame, FlaggerBatch.Result result) {
    return result
        .mistake()
        .map(mistake -> Mistakes.errors(frame, List.of(mistake)))
        .orElseGet(() -> FormErrors.NONE.with(
            Set.of("category", "messenger").contains(column(result)) ? column(result) : "link",
            ofLine(frame, result)));
  }

  /// Returns the defect of a table as a whole.
  static FormErrors ofFile(Frame frame, String defect) {
    return FormErrors.NONE.with("table", frame.text("report.portal.file." + defect));
  }
}
