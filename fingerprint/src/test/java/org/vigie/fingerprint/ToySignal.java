package org.vigie.fingerprint;

/// An example of a licensee's type: one class for a signal compared by a distance of its own, here
/// the difference of two numbers.
public record ToySignal(int value) implements MetricSignal {
  @Override
  public SignalType type() {
    return new Type();
  }

  @Override
  public String text() {
    return String.valueOf(value);
  }

  @Override
  public byte[] bytes() {
    return new byte[] {(byte) value};
  }

  @Override
  public int distanceTo(MetricSignal other) {
    if (!(other instanceof ToySignal toy)) {
      throw new IllegalArgumentException("a toy is compared with a toy");
    }
    return Math.abs(value - toy.value);
  }

  /// The type, listed in `META-INF/services`.
  public static final class Type implements SignalType {
    @Override
    public String id() {
      return "toy";
    }

    @Override
    public DistanceScale scale() {
      return new DistanceScale.OwnUnit(99);
    }

    @Override
    public ToySignal parse(String text) {
      if (!text.matches("[0-9]|[1-9][0-9]")) {
        throw new MalformedSignalException(this, "expected a number from 0 to 99");
      }
      return new ToySignal(Integer.parseInt(text));
    }

    @Override
    public ToySignal ofBytes(byte[] bytes) {
      if (bytes.length != 1) {
        throw new MalformedSignalException(this, "expected 1 byte, found " + bytes.length);
      }
      return new ToySignal(bytes[0]);
    }
  }
}
