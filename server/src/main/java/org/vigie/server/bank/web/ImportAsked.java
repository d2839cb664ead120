package org.vigie.server.bank.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;
import org.vigie.hashlist.ReadingTerms;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.bank.file.ImportTerms;
import org.vigie.server.frame.ProblemException;

/// The caller's parameters for an import.
///
/// @param type `pdq` or `sha256`: the type of values of 64 digits that do not name theirs
/// @param skipBadLines whether to import the file without its bad lines, as long as they are few
record ImportAsked(
    @Nullable String type,
    @BindParam("skip_bad_lines") @Nullable Boolean skipBadLines) {
  /// @throws ProblemException if the type is none of the two
  ImportTerms terms(ImportForm form) {
    String word = type == null ? "" : type;
    ReadingTerms reading = ReadingTerms.of(word, Boolean.TRUE.equals(skipBadLines))
        .orElseThrow(() -> ProblemException.ofField(
            "type", "This is one of: " + String.join(", ", ReadingTerms.BARE_TYPES) + "."));
    return new ImportTerms(form, reading);
  }
}
