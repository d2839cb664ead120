package org.vigie.server.policy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.frame.EnumWords;

/// A kind of measure against content, the mildest first.
public enum ContentMeasure {
  /// It is left as it is.
  NONE,
  LABEL,
  AGE_RESTRICT,
  DEMOTE,
  /// Out of sight, but kept: reversible.
  QUARANTINE,
  /// Out of sight, and the account may not post until a person has looked.
  QUARANTINE_AND_PAUSE_ACCOUNT;

  /// Returns the kind with a word, if there is one.
  public static Optional<ContentMeasure> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /// Returns the word in YAML, JSON and columns of decisions: `age-restrict`.
  public String word() {
    return EnumWords.of(this);
  }

  /// Returns everything that it acts on.
  public Set<Measure.Scope> touches() {
    return switch (this) {
      case NONE -> Set.of();
      case LABEL, AGE_RESTRICT, DEMOTE, QUARANTINE -> Set.of(Measure.Scope.CONTENT);
      case QUARANTINE_AND_PAUSE_ACCOUNT -> Set.of(Measure.Scope.CONTENT, Measure.Scope.ACCOUNT);
    };
  }
}
