package org.vigie.fingerprint;

import java.util.Arrays;

/// The kernel for every JVM.
final class ScalarPdqKernel extends PdqKernel {
  /*
   * The same float operations in the same order as the vector kernel, for the reason explained
   * there. Four rows are summed in one loop: each addition must wait for the one before it in its
   * row, but not for those of other rows, so four of them run at once.
   *
   * Divisions, and the column filter, are loops over whole arrays from index 0, the only kind that
   * the compiler turns into vectors by itself; hence the copies in slide.
   */
  private static final int LANES = 4;

  private float[] plus = {};
  private float[] minus = {};

  @Override
  int lanes() {
    return LANES;
  }

  @Override
  void boxRows(float[] in, int stride, BoxFilter box, float[] out, int outAt, int outStride) {
    sumRows(in, stride, box, out, outAt, outStride);
    for (int row = 0; row < LANES; row++) {
      divideRow(box, out, outAt + row * outStride);
    }
  }

  private static void sumRows(
      float[] in, int stride, BoxFilter box, float[] out, int outAt, int outStride) {
    int window = box.window();
    int lead = box.half() - 1;
    int length = box.length();
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = window; i < window + lead; i++) {
      a += in[i];
      b += in[stride + i];
      c += in[2 * stride + i];
      d += in[3 * stride + i];
    }
    int left = lead;
    int right = lead + window;
    for (int o = 0; o < length; o++) {
      a += in[right + o];
      b += in[right + stride + o];
      c += in[right + 2 * stride + o];
      d += in[right + 3 * stride + o];
      a -= in[left + o];
      b -= in[left + stride + o];
      c -= in[left + 2 * stride + o];
      d -= in[left + 3 * stride + o];
      out[outAt + o] = a;
      out[outAt + outStride + o] = b;
      out[outAt + 2 * outStride + o] = c;
      out[outAt + 3 * outStride + o] = d;
    }
  }

  private static void divideRow(BoxFilter box, float[] out, int at) {
    int full = Math.max(0, box.window() - box.half());
    int end = box.length() - box.half() + 1;
    for (int o = 0; o < full; o++) {
      out[at + o] /= box.count(o);
    }
    divide(out, at + full, at + end, box.window());
    for (int o = Math.max(full, end); o < box.length(); o++) {
      out[at + o] /= box.count(o);
    }
  }

  private static void divide(float[] out, int from, int to, float count) {
    for (int i = from; i < to; i++) {
      out[i] /= count;
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
    int window = box.window();
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int k = 0, i = 0; k < kept; k++) {
      for (int end = columns[k] + box.half(); i < end; i++) {
        a += in[window + i];
        b += in[window + stride + i];
        c += in[window + 2 * stride + i];
        d += in[window + 3 * stride + i];
        a -= in[i];
        b -= in[stride + i];
        c -= in[2 * stride + i];
        d -= in[3 * stride + i];
      }
      float count = box.count(columns[k]);
      out[outAt + k] = a / count;
      out[outAt + outStride + k] = b / count;
      out[outAt + 2 * outStride + k] = c / count;
      out[outAt + 3 * outStride + k] = d / count;
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
    plus = fit(plus, length);
    minus = fit(minus, length);
    System.arraycopy(ring, added, plus, 0, length);
    System.arraycopy(ring, removed, minus, 0, length);
    slide(sums, plus, minus, length);
    divide(sums, plus, length, count);
    System.arraycopy(plus, 0, out, outAt, length);
  }

  private static float[] fit(float[] row, int length) {
    return row.length < length ? new float[length] : row;
  }

  private static void slide(float[] sums, float[] plus, float[] minus, int length) {
    for (int x = 0; x < length; x++) {
      sums[x] = sums[x] + plus[x] - minus[x];
    }
  }

  private static void divide(float[] sums, float[] means, int length, float count) {
    for (int x = 0; x < length; x++) {
      means[x] = sums[x] / count;
    }
  }

  @Override
  void transform(float[] image, float[] half, float[] block) {
    for (int i = 0; i < BLOCK; i++) {
      Arrays.fill(half, i * SIDE, (i + 1) * SIDE, 0);
      for (int k = 0; k < SIDE; k++) {
        addScaled(PdqTransform.COEFFICIENTS[i * SIDE + k], image, k * SIDE, half, i * SIDE, SIDE);
      }
    }
    for (int i = 0; i < BLOCK; i++) {
      Arrays.fill(block, i * BLOCK, (i + 1) * BLOCK, 0);
      for (int k = 0; k < SIDE; k++) {
        addScaled(half[i * SIDE + k], PdqTransform.TRANSPOSED, k * BLOCK, block, i * BLOCK, BLOCK);
      }
    }
  }

  private static void addScaled(
      float factor, float[] row, int rowAt, float[] sums, int sumsAt, int length) {
    for (int j = 0; j < length; j++) {
      sums[sumsAt + j] += factor * row[rowAt + j];
    }
  }
}
