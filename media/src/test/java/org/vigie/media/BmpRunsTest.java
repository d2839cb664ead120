package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Run-length codes, by the example of the BMP specification's rules.
class BmpRunsTest {
  private final LumaSource source = LumaSources.inProcess();

  /// Returns a BMP of 6x2 whose palette has black, grey 100 and white.
  private static Bytes start(int bits, int compression) {
    return new Bytes()
        .text("BM")
        .le32(0, 0, 66)
        .le32(40, 6, 2)
        .le16(1, bits)
        .le32(compression, 0, 0, 0, 3, 0)
        .u8(0, 0, 0, 0, 100, 100, 100, 0, 255, 255, 255, 0);
  }

  @Test
  void decode_eight_bits_runs_literals_and_jumps() {
    byte[] file =
        start(8, 1).u8(2, 1, 0, 3, 2, 1, 2, 0, 0, 0, 0, 2, 1, 0, 4, 2, 0, 1).toArray();
    assertThat(Outcomes.samples(Outcomes.decode(source, file)))
        .containsExactly(
            new float[] {0, 255, 255, 255, 255, 0, 100, 100, 255, 100, 255, 0}, within(0.001f));
  }

  @Test
  void decode_four_bits_alternating_runs_and_literals() {
    byte[] file = start(4, 2).u8(5, 0x12, 0, 0, 0, 3, 0x21, 0x20, 0, 1).toArray();
    assertThat(Outcomes.samples(Outcomes.decode(source, file)))
        .containsExactly(
            new float[] {255, 100, 255, 0, 0, 0, 100, 255, 100, 255, 100, 0}, within(0.001f));
  }
}
