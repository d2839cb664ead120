package org.vigie.server.review.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.reversing.CorrectionKind;

/// The form that asks for a correction of a decision.
///
/// @param kind which button was pressed
public record CorrectionForm(
    @Nullable UUID decision,
    @Nullable String kind,
    @Nullable String reason) {
  /// Returns the decision of a case that the form is about.
  ///
  /// @throws ProblemException if the viewer sees no such decision there
  DecisionId of(CaseFile file) {
    return file.decisions().stream()
        .map(past -> past.decision().id())
        .filter(id -> id.value().equals(decision))
        .findFirst()
        .orElseThrow(() -> ProblemException.ofField("decision", "The case has no such decision."));
  }

  CorrectionKind wanted() {
    return EnumWords.read(CorrectionKind.class, "kind", kind);
  }

  String given() {
    return VerdictForm.said(reason);
  }
}
