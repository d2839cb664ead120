package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Decoded;
import org.vigie.media.DecodeOutcome.Undecodable;

/// Assertions on outcomes.
final class Outcomes {
  private Outcomes() {}

  /// Returns a copy outside the heap.
  static NativeBytes held(byte[] file) {
    NativeBytes held = NativeBytes.allocate(file.length, () -> {});
    held.segment().copyFrom(MemorySegment.ofArray(file));
    return held;
  }

  static DecodeOutcome decode(LumaSource source, byte[] file) {
    return decode(source, file, Deadline.NONE);
  }

  /// Decodes a file outside the heap, which is freed before the outcome is returned.
  static DecodeOutcome decode(LumaSource source, byte[] file, Deadline deadline) {
    try (NativeBytes held = held(file)) {
      return source.decode(MediaFile.of(held), deadline);
    }
  }

  /// Returns the memory that decoding a file is said to take; 0 if it is refused at its header.
  static long memory(LumaSource source, byte[] file) {
    return switch (source.open(MediaFile.of(file), Deadline.NONE)) {
      case OpenOutcome.Opened(Frames frames) -> frames.memory();
      case Undecodable _ -> 0;
    };
  }

  static Decoded decoded(DecodeOutcome outcome) {
    assertThat(outcome).isInstanceOf(Decoded.class);
    return (Decoded) outcome;
  }

  static void assertCause(DecodeOutcome outcome, Cause cause) {
    assertThat(outcome).isInstanceOf(Undecodable.class);
    assertThat(((Undecodable) outcome).cause()).as("%s", outcome).isEqualTo(cause);
  }

  /// Returns the samples, row after row.
  static float[] samples(LumaPlane plane) {
    float[] samples = new float[plane.width() * plane.height()];
    for (int y = 0; y < plane.height(); y++) {
      plane.readRow(y, samples, y * plane.width());
    }
    return samples;
  }

  static float[] samples(DecodeOutcome outcome) {
    return samples(decoded(outcome).luma());
  }
}
