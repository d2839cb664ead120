package org.vigie.server.policy.web;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.vigie.connector.Surface;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.text.CategoryChange;

/// The fields of the form of one category.
///
/// @param base the revision that the person saw
/// @param onPublic the word of a measure, as the other two
/// @param exact the word of a confirmation, as `perceptual`
record CategoryForm(
    int base,
    @Nullable String severity,
    @BindParam("public") @Nullable String onPublic,
    @BindParam("private") @Nullable String onPrivate,
    @BindParam("encrypted") @Nullable String onEncrypted,
    @Nullable String exact,
    @Nullable String perceptual,
    @Nullable String note) {
  PolicyRevision basis() {
    return new PolicyRevision(Math.max(base, 1));
  }

  /// Reads the change.
  ///
  /// @throws org.vigie.server.frame.ProblemException if a word is none of the choices
  CategoryChange change() {
    Map<Surface, ContentMeasure> measures = new EnumMap<>(Surface.class);
    measures.put(Surface.PUBLIC, measure("public", onPublic));
    measures.put(Surface.PRIVATE, measure("private", onPrivate));
    measures.put(Surface.ENCRYPTED, measure("encrypted", onEncrypted));
    return new CategoryChange(
        EnumWords.read(Severity.class, "severity", said(severity)),
        measures,
        EnumWords.read(Confirmation.class, "exact", said(exact)),
        EnumWords.read(Confirmation.class, "perceptual", said(perceptual)));
  }

  private static ContentMeasure measure(String field, @Nullable String word) {
    return EnumWords.read(ContentMeasure.class, field, said(word));
  }

  String noteOrNone() {
    return said(note).strip();
  }

  private static String said(@Nullable String text) {
    return text == null ? "" : text;
  }
}
