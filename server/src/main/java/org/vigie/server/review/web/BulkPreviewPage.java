package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// The expected outcome for each of several cases: first the cases left out, with the reason.
///
/// @param decided the cases that would be decided
/// @param leftOut the others, by the reason
/// @param fields the hidden fields of the confirmation
/// @param typed the text to type as a confirmation; empty if a press is enough
public record BulkPreviewPage(
    Frame frame,
    String verdict,
    List<CaseRow> decided,
    List<LeftOut> leftOut,
    List<Field> fields,
    Optional<String> typed,
    FormErrors errors)
    implements Page {
  public BulkPreviewPage {
    decided = List.copyOf(decided);
    leftOut = List.copyOf(leftOut);
    fields = List.copyOf(fields);
  }

  /// Cases that are left out for one reason.
  public record LeftOut(String reason, List<CaseRow> cases) {
    public LeftOut {
      cases = List.copyOf(cases);
    }
  }

  /// A field with the value that was filled in.
  public record Field(String name, String value) {}

  /// Returns how many cases are left out.
  public int skipped() {
    return leftOut.stream().mapToInt(each -> each.cases().size()).sum();
  }

  /// Returns how many cases were chosen.
  public int chosen() {
    return decided.size() + skipped();
  }
}
