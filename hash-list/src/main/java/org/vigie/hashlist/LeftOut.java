package org.vigie.hashlist;

import java.util.Locale;

/// Content of a list that is left out on purpose, and counted.
public enum LeftOut {
  /// Values of PhotoDNA, which nothing here computes; the digests beside them are read.
  PHOTO_DNA("{0} PhotoDNA values (nothing here computes them)"),
  /// Values of other kinds beside a digest that is read.
  OTHER_HASHES("{0} values of other kinds of hash"),
  /// VICS entries of category 0: uncategorised, or not pertinent.
  CATEGORY_ZERO("{0} entries of category 0 (not pertinent, or not categorised)"),
  /// Signals of `threatexchange` that its members know to be harmless.
  KNOWN_HARMLESS("{0} entries that the list calls harmless");

  private final String pattern;

  LeftOut(String pattern) {
    this.pattern = pattern;
  }

  /// Returns the stable name that programs read: `photo-dna`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Returns the number left out, as an English noun phrase.
  public String clause(long count) {
    return pattern.replace("{0}", Long.toString(count));
  }
}
