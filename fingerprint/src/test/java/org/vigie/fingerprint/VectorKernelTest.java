package org.vigie.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Compares the two kernels in one JVM; runs only where the vector module is.
class VectorKernelTest {
  private final PdqHasher scalar = new PdqHasher(new ScalarPdqKernel());
  private final PdqHasher vector = new PdqHasher(new VectorPdqKernel());

  @Property(tries = 300)
  void hash_withVectors_equalsHashWithout(@ForAll long seed) {
    NoisePlane plane = NoisePlane.ofSeed(seed);
    assertThat(vector.hashOrientations(plane))
        .as("%s", plane)
        .isEqualTo(scalar.hashOrientations(plane));
  }

  /// Signals are coarse; here every float of the 64x64 image must agree.
  @Property(tries = 200)
  void downsample_withVectors_givesTheSameFloats(@ForAll long seed) {
    NoisePlane plane = NoisePlane.ofSeed(seed);
    float[] expected = new float[64 * 64];
    float[] found = new float[64 * 64];
    new Downsampler(new ScalarPdqKernel()).downsample(plane, expected);
    new Downsampler(new VectorPdqKernel()).downsample(plane, found);
    assertThat(found).as("%s", plane).isEqualTo(expected);
  }

  @Property(tries = 200)
  void transform_withVectors_givesTheSameFloats(@ForAll long seed) {
    float[] image = new float[64 * 64];
    new NoisePlane(64 * 64, 1, seed).readRow(0, image, 0);
    float[] expected = new float[256];
    float[] found = new float[256];
    new ScalarPdqKernel().transform(image, new float[16 * 64], expected);
    new VectorPdqKernel().transform(image, new float[16 * 64], found);
    assertThat(found).as("seed %d", seed).isEqualTo(expected);
  }

  @Property(tries = 300)
  void readGrey_withVectors_givesTheSameFloats(
      @ForAll @IntRange(min = 1, max = 200) int width,
      @ForAll @IntRange(max = 3) int rest,
      @ForAll long seed) {
    byte[] grey = bytes(2 * width + rest, seed);
    float[] expected = new float[width + 7];
    float[] found = new float[width + 7];
    new ScalarLumaKernel().readGrey(grey, width, expected, 3, width);
    new VectorLumaKernel().readGrey(grey, width, found, 3, width);
    assertThat(found).as("width %d rest %d seed %d", width, rest, seed).isEqualTo(expected);
  }

  @Property(tries = 300)
  void readRgb_withVectors_givesTheSameFloats(
      @ForAll @IntRange(min = 1, max = 200) int width,
      @ForAll @IntRange(max = 3) int rest,
      @ForAll long seed) {
    byte[] rgb = bytes(6 * width + rest, seed);
    float[] expected = new float[width + 7];
    float[] found = new float[width + 7];
    Arrays.fill(expected, -1);
    Arrays.fill(found, -1);
    new ScalarLumaKernel().readRgb(rgb, 3 * width, expected, 3, width);
    new VectorLumaKernel().readRgb(rgb, 3 * width, found, 3, width);
    assertThat(found).as("width %d rest %d seed %d", width, rest, seed).isEqualTo(expected);
  }

  private static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
