package org.vigie.server.frame;

/// The tone of a state: a colour and a shape that go with its words, never instead of them.
public enum Tone {
  /// A circle: a state that asks nothing of anybody.
  NEUTRAL("M6 2a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm0 1.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8Z"),
  /// A tick: as it should be.
  GOOD("M10.3 1.8 12 3.4 5 10.8 0 6.4l1.6-1.8L4.8 7.5Z"),
  /// A half disc: under way.
  WAITING("M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Zm0 1.5v7a3.5 3.5 0 0 1 0-7Z"),
  /// A triangle: needs attention.
  WARNING("M6 .5 12 11H0Z"),
  /// A square: stopped, failed, refused.
  BAD("M1.5 1.5h9v9h-9Z");

  private final String shape;

  Tone(String shape) {
    this.shape = shape;
  }

  /// Returns the class in `vigie.css`.
  public String look() {
    return EnumWords.of(this);
  }

  /// Returns the outline of the shape, in a square of 12 by 12.
  public String shape() {
    return shape;
  }
}
