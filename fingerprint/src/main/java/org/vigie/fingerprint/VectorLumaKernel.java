package org.vigie.fingerprint;

import java.util.Arrays;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The luma kernel for a JVM with the vector module.
final class VectorLumaKernel implements LumaKernel {
  /*
   * Colour is read one channel at a time. A vector of bytes holds a little more than one pixel for
   * each float lane; a shuffle brings the channel's byte of pixel k to the lowest byte of 32-bit
   * lane k and a mask clears the other three, which leaves the channel as integers. Each channel is
   * multiplied by its weight and added to the row, which starts as zero: red, green, blue, the
   * order of the scalar kernel, with no fused multiply-add.
   *
   * All three channels in one loop would read the bytes once, but that method is too large for the
   * compiler to inline into one piece and runs a thousand times slower.
   *
   * A load reaches past the last of its pixels, so the last pixels of an array are left to the
   * scalar kernel.
   */
  private static final VectorSpecies<Float> FLOATS = VectorPdqKernel.SPECIES;
  private static final VectorSpecies<Integer> INTS = FLOATS.withLanes(int.class);
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, FLOATS.vectorShape());
  private static final int LANES = FLOATS.length();
  private static final VectorSpecies<Byte> FEW_BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, LANES * Byte.SIZE)));

  private static final VectorMask<Byte> LOWEST = lowestBytes();
  private static final VectorShuffle<Byte> RED_BYTES = channel(0);
  private static final VectorShuffle<Byte> GREEN_BYTES = channel(1);
  private static final VectorShuffle<Byte> BLUE_BYTES = channel(2);

  private final ScalarLumaKernel scalar = new ScalarLumaKernel();

  private static VectorShuffle<Byte> channel(int channel) {
    return VectorShuffle.fromOp(BYTES, lane -> lane / Integer.BYTES * 3 + channel);
  }

  private static VectorMask<Byte> lowestBytes() {
    boolean[] lowest = new boolean[BYTES.length()];
    for (int lane = 0; lane < lowest.length; lane += Integer.BYTES) {
      lowest[lane] = true;
    }
    return VectorMask.fromArray(BYTES, lowest, 0);
  }

  @Override
  public void readGrey(byte[] grey, int at, float[] samples, int offset, int width) {
    int end = Math.min(width, grey.length - at - FEW_BYTES.length() + LANES) / LANES * LANES;
    widen(grey, at, samples, offset, end);
    int done = Math.max(0, end);
    scalar.readGrey(grey, at + done, samples, offset + done, width - done);
  }

  private static void widen(byte[] grey, int at, float[] samples, int offset, int end) {
    for (int x = 0; x < end; x += LANES) {
      floats((IntVector) ByteVector.fromArray(FEW_BYTES, grey, at + x)
              .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0))
          .intoArray(samples, offset + x);
    }
  }

  @Override
  public void readRgb(byte[] rgb, int at, float[] samples, int offset, int width) {
    int room = Math.floorDiv(rgb.length - at - BYTES.length(), 3) + LANES;
    int end = Math.max(0, Math.min(width, room) / LANES * LANES);
    Arrays.fill(samples, offset, offset + end, 0);
    addChannel(rgb, at, RED_BYTES, RED, samples, offset, end);
    addChannel(rgb, at, GREEN_BYTES, GREEN, samples, offset, end);
    addChannel(rgb, at, BLUE_BYTES, BLUE, samples, offset, end);
    scalar.readRgb(rgb, at + 3 * end, samples, offset + end, width - end);
  }

  private static void addChannel(
      byte[] rgb,
      int at,
      VectorShuffle<Byte> channel,
      float weight,
      float[] samples,
      int offset,
      int end) {
    for (int x = 0; x < end; x += LANES) {
      ByteVector bytes = ByteVector.fromArray(BYTES, rgb, at + 3 * x);
      floats(bytes.rearrange(channel, LOWEST).reinterpretAsInts())
          .mul(weight)
          .add(FloatVector.fromArray(FLOATS, samples, offset + x))
          .intoArray(samples, offset + x);
    }
  }

  private static FloatVector floats(IntVector ints) {
    return (FloatVector) ints.convertShape(VectorOperators.I2F, FLOATS, 0);
  }
}
