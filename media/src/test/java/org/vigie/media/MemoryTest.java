package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Decoding never takes more of the heap than its estimate.
class MemoryTest {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// Small objects, and rows that come and go.
  private static final long SMALL = 1 << 20;

  static Stream<VectorFile> pictures() {
    return VectorFile.pictures().filter(file -> LumaSources.hasNatives() || !file.isWebp());
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void decode_anyPicture_allocatesNoMoreThanSaid(VectorFile file) {
    assertBounded(LumaSources.inProcess(), file.bytes());
  }

  @Test
  void decode_stripOfWholeTiff_isCounted() {
    byte[] strip = new byte[3_000 * 3_000];
    assertBounded(LumaSources.inProcess(), Bytes.tiff(3_000, 3_000, 8, Bytes.deflated(strip)));
  }

  @Test
  void memory_ofAPictureThatIsRefused_isNothing() {
    byte[] bomb = Bytes.png(1, 70_000, Bytes.deflated(new byte[140_000]));
    assertThat(Outcomes.memory(LumaSources.inProcess(), bomb)).isZero();
  }

  private static void assertBounded(LumaSource source, byte[] bytes) {
    Outcomes.decode(source, bytes);
    long said = Outcomes.memory(source, bytes);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Outcomes.decoded(Outcomes.decode(source, bytes));
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).isLessThanOrEqualTo(said + SMALL);
  }
}
