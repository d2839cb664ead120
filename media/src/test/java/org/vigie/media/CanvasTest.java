package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Decoded;

/// Frames smaller than their canvas.
class CanvasTest {
  private static final float WHITE = 255;

  private final LumaSource source = LumaSources.inProcess();

  @Test
  void decode_gif_frame_lies_on_its_screen() {
    Decoded decoded = Outcomes.decoded(Outcomes.decode(source, Bytes.gif(6, 5, 2, 1, 3, 2)));
    float[] expected = new float[30];
    for (int y = 1; y < 3; y++) {
      Arrays.fill(expected, 6 * y + 2, 6 * y + 5, WHITE);
    }
    assertThat(decoded.width()).isEqualTo(6);
    assertThat(decoded.height()).isEqualTo(5);
    assertThat(Outcomes.samples(decoded.luma())).containsExactly(expected, within(0.001f));
  }

  @Test
  void decode_gif_large_screen_costs_no_memory() {
    Decoded decoded =
        Outcomes.decoded(Outcomes.decode(source, Bytes.gif(10_000, 1_000, 9_000, 0, 4, 4)));
    float[] row = new float[10_000];
    decoded.luma().readRow(3, row, 0);
    assertThat(row[9_003]).isCloseTo(WHITE, within(0.001f));
    assertThat(row[9_004]).isZero();
  }

  @Test
  void decode_webp_frame_lies_on_its_canvas() {
    assumeTrue(LumaSources.hasNatives());
    Decoded decoded = Outcomes.decoded(Outcomes.decode(source, animation(512, 512)));
    float[] alone = Outcomes.samples(
        Outcomes.decode(source, VectorFile.named("image-lossless.webp").bytes()));
    float[] row = new float[600];
    decoded.luma().readRow(20, row, 0);
    assertThat(decoded.width()).isEqualTo(600);
    assertThat(decoded.height()).isEqualTo(520);
    assertThat(Arrays.copyOfRange(row, 10, 522))
        .isEqualTo(Arrays.copyOfRange(alone, 14 * 512, 15 * 512));
    assertThat(row[9]).isZero();
    assertThat(row[522]).isZero();
  }

  @Test
  void decode_webp_frame_of_another_size_than_its_container_is_malformed() {
    assumeTrue(LumaSources.hasNatives());
    Outcomes.assertCause(Outcomes.decode(source, animation(510, 512)), Cause.MALFORMED);
  }

  /// Puts the lossless picture of 512x512 into a frame at (10, 6) on a canvas of 600x520.
  private static byte[] animation(int width, int height) {
    byte[] file = VectorFile.named("image-lossless.webp").bytes();
    byte[] frame = new Bytes()
        .le24(5)
        .le24(3)
        .le24(width - 1)
        .le24(height - 1)
        .le32(0)
        .bytes(Arrays.copyOfRange(file, 12, file.length))
        .toArray();
    return Bytes.webp(new Bytes()
        .bytes(Bytes.webpCanvas(600, 520))
        .bytes(Bytes.webpChunk("ANIM", new byte[6]))
        .bytes(Bytes.webpChunk("ANMF", frame))
        .toArray());
  }
}
