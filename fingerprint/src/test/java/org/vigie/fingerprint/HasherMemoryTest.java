package org.vigie.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The memory of the loops without vectors, which needs no second run on a JVM that has none.
@Tag("slow")
class HasherMemoryTest {
  /// A picture whose left half is black, or whose upper half is; cheap at any size.
  private record HalvesPlane(int width, int height) implements LumaPlane {
    @Override
    public void readRow(int y, float[] samples, int offset) {
      boolean wide = width > height;
      for (int x = 0; x < width; x++) {
        samples[offset + x] = (wide ? x < width / 2 : y < height / 2) ? 0 : 255;
      }
    }
  }

  /// One step from black to white in each of 64 columns: 64 * 100 / 90 is 71; it falls on two
  /// rows, and each part is rounded down.
  @Test
  void hash_tallestThinPicture_needsLittleMemory() {
    PdqHasher scalar = new PdqHasher(new ScalarPdqKernel());
    List<PdqFingerprint> found = new ArrayList<>();
    long bytes = Allocation.by(() -> found.add(scalar.hash(new HalvesPlane(5, 20_000_000))));
    assertThat(bytes).isLessThan(20_000_000);
    assertThat(found.getFirst().quality()).isBetween(70, 71);
  }

  @Test
  void hash_widestFlatPicture_needsAFewRowsOnly() {
    int width = 20_000_000;
    PdqHasher scalar = new PdqHasher(new ScalarPdqKernel());
    long bytes = Allocation.by(() -> scalar.hash(new HalvesPlane(width, 5)));
    assertThat(bytes).isLessThan(9L * Float.BYTES * width);
  }

  @Test
  void hash_secondTime_allocatesItsResultOnly() {
    PdqHasher scalar = new PdqHasher(new ScalarPdqKernel());
    LumaPlane plane = new NoisePlane(500, 300, 8);
    long bytesOfPlane = Allocation.by(() -> readAll(plane));
    scalar.hash(plane);
    assertThat(Allocation.by(() -> scalar.hash(plane))).isLessThan(bytesOfPlane + 500);
  }

  private static void readAll(LumaPlane plane) {
    float[] row = new float[plane.width()];
    for (int y = 0; y < plane.height(); y++) {
      plane.readRow(y, row, 0);
    }
  }
}
