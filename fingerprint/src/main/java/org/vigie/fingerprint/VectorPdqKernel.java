package org.vigie.fingerprint;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The kernel for a JVM with the vector module.
final class VectorPdqKernel extends PdqKernel {
  /*
   * PDQ is defined by a running float sum: each output of a box filter is the sum of the output
   * before it, plus the sample that comes in, minus the sample that goes out, divided by the number
   * of samples in the window. Every step rounds, so the sums of a row must be made one after
   * another, from the left, in that order; a prefix sum, a tree of partial sums or a fused
   * multiply-add would each give other bits. Along a row there is nothing to do in parallel.
   *
   * But rows do not depend on each other. Down the columns this is easy: neighbouring columns are
   * neighbouring floats, one vector holds the running sums of LANES columns, and a step is one load
   * to add, one to subtract, one division. Along the rows, lane r holds the running sum of row r of
   * a strip of LANES rows, which needs the samples column by column. So tiles of LANES x LANES
   * samples are transposed on their way in, summed, divided, and transposed again on their way out
   * to the column filter. The second row filter is wanted at 64 columns only: it sums everything,
   * but divides and transposes just those.
   *
   *     strip --transpose--> recent columns --+x -y--> tile --divide, transpose--> ring of rows
   *
   * Columns that were transposed are kept until they leave the window, in a ring of columns that
   * stays in the first-level cache (a power of two, so that a position is found by a mask; it
   * starts as zeros, so that nothing is taken away before the window is full). The samples before
   * the first output, half a window less one, are added row by row without vectors; positions are
   * counted so that they end on a multiple of LANES and each tile is one piece of the ring.
   *
   * A transposition exchanges, for each bit of the lane number, lanes with that bit set in vector i
   * for lanes without it in vector i + bit: log2(LANES) rounds of a shuffle and a blend. Two rounds
   * are done for four vectors at a time in registers, so that a tile of 16 goes through memory
   * twice instead of four times; this was worth a third of the whole time.
   *
   * Division is a true division. A reciprocal with a correcting step would give the same bits, but
   * the shuffles hide the divider: it measured no faster.
   *
   * The loops are in small methods, and shuffles and masks in constants, because the compiler only
   * keeps vectors in registers where it inlines all of a method; where it gives up, a loop runs a
   * thousand times slower.
   */

  /// The widest vectors that the transposition is written for.
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > 16
      ? FloatVector.SPECIES_512
      : FloatVector.SPECIES_PREFERRED;

  private static final int LANES = SPECIES.length();

  private static final VectorShuffle<Float> SWAP_1 = swap(1);
  private static final VectorShuffle<Float> SWAP_2 = swap(2);
  private static final VectorShuffle<Float> SWAP_4 = swap(4);
  private static final VectorShuffle<Float> SWAP_8 = swap(8);
  private static final VectorMask<Float> HIGH_1 = high(1);
  private static final VectorMask<Float> HIGH_2 = high(2);
  private static final VectorMask<Float> HIGH_4 = high(4);
  private static final VectorMask<Float> HIGH_8 = high(8);

  /// LANES columns of LANES sums, and the workspace of a transposition.
  private final float[] tile = new float[LANES * LANES];

  /// The sums of the strip's rows between two tiles.
  private final float[] running = new float[LANES];

  /// The ring of columns.
  private float[] recent = {};

  private int recentMask;

  /// The columns that the second row filter keeps.
  private final float[] kept64 = new float[SIDE * LANES];

  /// Says whether this machine's vectors are wide enough.
  static boolean isFitting() {
    return LANES >= 4;
  }

  private static VectorShuffle<Float> swap(int bit) {
    return VectorShuffle.fromOp(SPECIES, lane -> (lane ^ bit) & (LANES - 1));
  }

  private static VectorMask<Float> high(int bit) {
    boolean[] bits = new boolean[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      bits[lane] = (lane & bit) != 0;
    }
    return VectorMask.fromArray(SPECIES, bits, 0);
  }

  @Override
  int lanes() {
    return LANES;
  }

  @Override
  void boxRows(float[] in, int stride, BoxFilter box, float[] out, int outAt, int outStride) {
    int position = begin(in, stride, box);
    for (int o = 0; o < box.length(); o += LANES, position += LANES) {
      sumTile(in, stride, box, o, position);
      divideTile(box, o);
      transpose(tile, 0, LANES, out, outAt + o, outStride);
    }
  }

  @Override
  void boxRowsAt(
      float[] in,
      int stride,
      BoxFilter box,
      int[] columns,
      int kept,
      float[] out,
      int outAt,
      int outStride) {
    int position = begin(in, stride, box);
    for (int o = 0, k = 0; k < kept; o += LANES, position += LANES) {
      sumTile(in, stride, box, o, position);
      for (; k < kept && columns[k] < o + LANES; k++) {
        keep(columns[k] - o, box.count(columns[k]), k);
      }
    }
    for (int k = 0; k < kept; k += LANES) {
      transpose(kept64, k * LANES, LANES, out, outAt + k, outStride);
    }
  }

  private void keep(int column, float count, int k) {
    FloatVector.fromArray(SPECIES, tile, column * LANES).div(count).intoArray(kept64, k * LANES);
  }

  /// Adds the samples before the first output, and returns the position of the next.
  private int begin(float[] in, int stride, BoxFilter box) {
    int columns = Integer.highestOneBit(box.window() + 2 * LANES - 1) * 2;
    recent = recent.length < columns * LANES ? new float[columns * LANES] : recent;
    recentMask = columns - 1;
    Arrays.fill(recent, 0, columns * LANES, 0);
    Arrays.fill(running, 0);
    int lead = box.half() - 1;
    int position = Math.ceilDiv(lead, LANES) * LANES;
    for (int i = 0; i < lead; i++) {
      addColumn(in, box.window() + i, stride, position - lead + i);
    }
    return position;
  }

  private void addColumn(float[] in, int at, int stride, int position) {
    for (int row = 0; row < LANES; row++) {
      float sample = in[at + row * stride];
      recent[slot(position) + row] = sample;
      running[row] += sample;
    }
  }

  private int slot(int position) {
    return (position & recentMask) * LANES;
  }

  /// Fills the tile with the sums of outputs `o` to `o + LANES - 1`.
  private void sumTile(float[] in, int stride, BoxFilter box, int o, int position) {
    int at = slot(position);
    transpose(in, box.window() + box.half() - 1 + o, stride, recent, at, LANES);
    slideTile(running, recent, at, position - box.window(), recentMask, tile);
  }

  private static void slideTile(
      float[] running, float[] recent, int at, int oldest, int mask, float[] tile) {
    FloatVector sum = FloatVector.fromArray(SPECIES, running, 0);
    for (int column = 0; column < LANES; column++) {
      sum = sum.add(FloatVector.fromArray(SPECIES, recent, at + column * LANES))
          .sub(FloatVector.fromArray(SPECIES, recent, (oldest + column & mask) * LANES));
      sum.intoArray(tile, column * LANES);
    }
    sum.intoArray(running, 0);
  }

  private void divideTile(BoxFilter box, int o) {
    if (box.isFull(o, LANES)) {
      divide(tile, box.window());
    } else {
      for (int column = 0; column < LANES; column++) {
        FloatVector.fromArray(SPECIES, tile, column * LANES)
            .div(Math.max(1, box.count(o + column)))
            .intoArray(tile, column * LANES);
      }
    }
  }

  private static void divide(float[] tile, float count) {
    for (int at = 0; at < LANES * LANES; at += LANES) {
      FloatVector.fromArray(SPECIES, tile, at).div(count).intoArray(tile, at);
    }
  }

  /// Writes LANES rows of LANES floats as columns.
  private void transpose(
      float[] in, int inAt, int inStride, float[] out, int outAt, int outStride) {
    switch (LANES) {
      case 4 -> exchangeLow(in, inAt, inStride, out, outAt, outStride);
      case 8 -> {
        exchangeLow(in, inAt, inStride, tile, 0, LANES);
        exchangeHalves(tile, out, outAt, outStride);
      }
      default -> {
        exchangeLow(in, inAt, inStride, tile, 0, LANES);
        exchangeHigh(tile, out, outAt, outStride);
      }
    }
  }

  /// Exchanges lanes by the two lowest bits of their numbers, four vectors at a time.
  private static void exchangeLow(
      float[] in, int inAt, int inStride, float[] out, int outAt, int outStride) {
    for (int i = 0; i < LANES; i += 4) {
      int from = inAt + i * inStride;
      FloatVector a = FloatVector.fromArray(SPECIES, in, from);
      FloatVector b = FloatVector.fromArray(SPECIES, in, from + inStride);
      FloatVector c = FloatVector.fromArray(SPECIES, in, from + 2 * inStride);
      FloatVector d = FloatVector.fromArray(SPECIES, in, from + 3 * inStride);
      FloatVector e = a.blend(b.rearrange(SWAP_1), HIGH_1);
      FloatVector f = a.rearrange(SWAP_1).blend(b, HIGH_1);
      FloatVector g = c.blend(d.rearrange(SWAP_1), HIGH_1);
      FloatVector h = c.rearrange(SWAP_1).blend(d, HIGH_1);
      int to = outAt + i * outStride;
      e.blend(g.rearrange(SWAP_2), HIGH_2).intoArray(out, to);
      f.blend(h.rearrange(SWAP_2), HIGH_2).intoArray(out, to + outStride);
      e.rearrange(SWAP_2).blend(g, HIGH_2).intoArray(out, to + 2 * outStride);
      f.rearrange(SWAP_2).blend(h, HIGH_2).intoArray(out, to + 3 * outStride);
    }
  }

  /// Exchanges lanes by the two highest bits of sixteen.
  private static void exchangeHigh(float[] in, float[] out, int outAt, int outStride) {
    for (int i = 0; i < 4; i++) {
      FloatVector a = FloatVector.fromArray(SPECIES, in, i * LANES);
      FloatVector b = FloatVector.fromArray(SPECIES, in, (i + 4) * LANES);
      FloatVector c = FloatVector.fromArray(SPECIES, in, (i + 8) * LANES);
      FloatVector d = FloatVector.fromArray(SPECIES, in, (i + 12) * LANES);
      FloatVector e = a.blend(b.rearrange(SWAP_4), HIGH_4);
      FloatVector f = a.rearrange(SWAP_4).blend(b, HIGH_4);
      FloatVector g = c.blend(d.rearrange(SWAP_4), HIGH_4);
      FloatVector h = c.rearrange(SWAP_4).blend(d, HIGH_4);
      int to = outAt + i * outStride;
      e.blend(g.rearrange(SWAP_8), HIGH_8).intoArray(out, to);
      f.blend(h.rearrange(SWAP_8), HIGH_8).intoArray(out, to + 4 * outStride);
      e.rearrange(SWAP_8).blend(g, HIGH_8).intoArray(out, to + 8 * outStride);
      f.rearrange(SWAP_8).blend(h, HIGH_8).intoArray(out, to + 12 * outStride);
    }
  }

  /// Exchanges lanes by the highest bit of eight.
  private static void exchangeHalves(float[] in, float[] out, int outAt, int outStride) {
    for (int i = 0; i < 4; i++) {
      FloatVector a = FloatVector.fromArray(SPECIES, in, i * LANES);
      FloatVector b = FloatVector.fromArray(SPECIES, in, (i + 4) * LANES);
      a.blend(b.rearrange(SWAP_4), HIGH_4).intoArray(out, outAt + i * outStride);
      a.rearrange(SWAP_4).blend(b, HIGH_4).intoArray(out, outAt + (i + 4) * outStride);
    }
  }

  @Override
  void slide(
      float[] sums,
      float[] ring,
      int added,
      int removed,
      int length,
      float count,
      float[] out,
      int outAt) {
    int end = SPECIES.loopBound(length);
    for (int x = 0; x < end; x += LANES) {
      FloatVector sum = FloatVector.fromArray(SPECIES, sums, x)
          .add(FloatVector.fromArray(SPECIES, ring, added + x))
          .sub(FloatVector.fromArray(SPECIES, ring, removed + x));
      sum.intoArray(sums, x);
      sum.div(count).intoArray(out, outAt + x);
    }
    for (int x = end; x < length; x++) {
      float sum = sums[x] + ring[added + x] - ring[removed + x];
      sums[x] = sum;
      out[outAt + x] = sum / count;
    }
  }

  @Override
  void transform(float[] image, float[] half, float[] block) {
    multiply(PdqTransform.COEFFICIENTS, image, half, SIDE);
    multiply(half, PdqTransform.TRANSPOSED, block, BLOCK);
  }

  /// Multiplies a 16x64 matrix by one of 64 rows.
  private static void multiply(float[] left, float[] right, float[] product, int width) {
    for (int i = 0; i < BLOCK; i++) {
      for (int j = 0; j < width; j += LANES) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int k = 0; k < SIDE; k++) {
          sum =
              sum.add(FloatVector.fromArray(SPECIES, right, k * width + j).mul(left[i * SIDE + k]));
        }
        sum.intoArray(product, i * width + j);
      }
    }
  }
}
