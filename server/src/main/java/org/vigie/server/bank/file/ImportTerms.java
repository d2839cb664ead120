package org.vigie.server.bank.file;

import org.vigie.hashlist.ReadingTerms;

/// The terms on which a file of members is read.
///
/// @param reading the caller's word about the file
public record ImportTerms(ImportForm form, ReadingTerms reading) {
  /// Returns the terms of a file that names all its types, without skipped lines.
  public static ImportTerms strict(ImportForm form) {
    return new ImportTerms(form, ReadingTerms.STRICT);
  }
}
