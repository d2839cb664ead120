package org.vigie.index;

import java.util.Arrays;
import org.vigie.fingerprint.DistanceScale;
import org.vigie.fingerprint.MalformedSignalException;
import org.vigie.fingerprint.MetricSignal;
import org.vigie.fingerprint.SignalType;

/// A signal whose binary form is as long as those of video are: so many zeros.
record LongSignal(int length) implements MetricSignal {
  @Override
  public int distanceTo(MetricSignal other) {
    return Math.abs(length - ((LongSignal) other).length);
  }

  @Override
  public SignalType type() {
    return new Type();
  }

  @Override
  public String text() {
    return String.valueOf(length);
  }

  @Override
  public byte[] bytes() {
    return new byte[length];
  }

  /// The type, listed in `META-INF/services`.
  public record Type() implements SignalType {
    @Override
    public String id() {
      return "long";
    }

    @Override
    public DistanceScale scale() {
      return new DistanceScale.OwnUnit(Integer.MAX_VALUE);
    }

    @Override
    public LongSignal parse(String text) {
      throw new MalformedSignalException(this, "not read in these tests");
    }

    @Override
    public LongSignal ofBytes(byte[] bytes) {
      if (!Arrays.equals(bytes, new byte[bytes.length])) {
        throw new MalformedSignalException(this, "expected zeros");
      }
      return new LongSignal(bytes.length);
    }
  }
}
