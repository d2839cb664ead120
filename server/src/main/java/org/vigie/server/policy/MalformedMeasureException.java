package org.vigie.server.policy;

import org.vigie.server.frame.EnumWords;

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
      return EnumWords.of(this);
    }
  }

  /// The kinds of defects of a part.
  public enum Defect {
    UNKNOWN,
    MISSING,
    OUT_OF_RANGE,
    NOT_OF_A_BAN;

    /// Returns a stable name: `out-of-range`.
    public String word() {
      return EnumWords.of(this);
    }
  }

  /// Returns the part with the defect.
  public Part part() {
    return part;
  }

  /// Returns the kind of its defect.
  public Defect defect() {
    return defect;
  }
}
