package org.vigie.hashlist;

import java.util.Locale;

/// A form of lists of known content; `docs/formats/hash-list.md` describes each.
public enum ListForm {
  /// A value a line.
  PLAIN("one value per line"),
  /// Vigie's own columns, with a header.
  CSV("CSV with the columns of Vigie"),
  /// The output of md5sum, sha1sum, sha256sum and their BSD counterparts.
  CHECKSUMS("the output of md5sum, sha1sum or sha256sum"),
  /// The output of hashdeep and its relatives.
  HASHDEEP("the output of hashdeep"),
  /// A table with a column for each kind of digest: NSRL, baseline lists of police forces.
  DIGEST_COLUMNS("a table of digests, such as NSRL"),
  /// `hash,quality,file` without a header, as PDQ's own programs print.
  PDQ_ROWS("PDQ values with quality and file"),
  /// A hash set or case of Project VIC.
  VICS("VICS (Project VIC)"),
  /// The output of `threatexchange`.
  THREATEXCHANGE("the output of threatexchange");

  private final String clause;

  ListForm(String clause) {
    this.clause = clause;
  }

  /// Returns the stable name that programs read: `digest-columns`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns the form as an English noun phrase.
  public String clause() {
    return clause;
  }
}
