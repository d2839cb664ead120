package org.vigie.server.bank.file;

import org.vigie.hashlist.ReadingTerms;

/// How a file of members is to be read.
///
/// @param reading what whoever brings the file says about it
public record ImportTerms(ImportForm form, ReadingTerms reading) {
  /// Returns the terms of a file that says all itself, and of which nothing is skipped.
  public static ImportTerms strict(ImportForm form) {
    return new ImportTerms(form, ReadingTerms.STRICT);
  }
}
