package org.vigie.server.policy;

import java.util.Locale;

/// A measure has a part that it cannot have.
public final class MalformedMeasureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Part part;
  private final Defect defect;

  MalformedMeasureException(Part part, Defect defect) {
    super("a measure is malformed");
    this.part = part;
    this.defect = defect;
  }

  /// The parts of a measure.
  public enum Part {
    WORD,
    DURATION,
    COUNTRIES;

    /// Returns the name of the field: `duration`.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is wrong with a part.
  public enum Defect {
    UNKNOWN,
    MISSING,
    OUT_OF_RANGE,
    NOT_OF_A_BAN;

    /// Returns a stable name: `out-of-range`.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Returns the part with the defect.
  public Part part() {
    return part;
  }

  /// Returns what is wrong with it.
  public Defect defect() {
    return defect;
  }
}
