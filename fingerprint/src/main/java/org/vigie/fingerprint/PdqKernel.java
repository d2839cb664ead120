package org.vigie.fingerprint;

/// The inner loops of PDQ, in two implementations that give the same bits.
///
/// A strip holds rows of samples with zeros on both sides: [BoxFilter#window] before the first
/// sample, [BoxFilter#half] plus [#lanes] after the last.
abstract sealed class PdqKernel permits ScalarPdqKernel, VectorPdqKernel {
  /// The side of the image that PDQ scales to.
  static final int SIDE = 64;

  /// The side of the block of frequencies that PDQ keeps.
  static final int BLOCK = 16;

  /// Returns the fastest kernel that this JVM can run.
  static PdqKernel preferred() {
    return hasVectors() ? new VectorPdqKernel() : new ScalarPdqKernel();
  }

  /// Says whether this JVM was started with the vector module, on a machine with vectors.
  static boolean hasVectors() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        && VectorPdqKernel.isFitting();
  }

  /// Returns the number of rows of a strip that are filtered side by side.
  abstract int lanes();

  /// Filters [#lanes] rows along the rows.
  ///
  /// @param in the rows, each starting with its left margin, `stride` apart
  /// @param out receives the first output of the first row at `outAt`; the next row `outStride`
  ///     later; up to [#lanes] - 1 floats after each row may be overwritten
  abstract void boxRows(
      float[] in, int stride, BoxFilter box, float[] out, int outAt, int outStride);

  /// Filters [#lanes] rows along the rows and keeps only some outputs.
  ///
  /// @param columns the outputs to keep, in ascending order
  /// @param kept the number of `columns` to take
  abstract void boxRowsAt(
      float[] in,
      int stride,
      BoxFilter box,
      int[] columns,
      int kept,
      float[] out,
      int outAt,
      int outStride);

  /// Moves a window down by one row: adds a row to the running sums, takes one away, and writes
  /// the means.
  ///
  /// @param added the offset in `ring` of the row to add
  /// @param removed the offset in `ring` of the row to take away
  /// @param count the divisor of the sums
  abstract void slide(
      float[] sums,
      float[] ring,
      int added,
      int removed,
      int length,
      float count,
      float[] out,
      int outAt);

  /// Computes `table . image . transposed table` for the 64x64 image.
  ///
  /// @param half a workspace of 16x64
  /// @param block receives the 16x16 frequencies
  abstract void transform(float[] image, float[] half, float[] block);

  /// Filters one row of a strip that is only one row high.
  final void boxRow(float[] in, BoxFilter box, float[] out, int outAt) {
    int window = box.window();
    int lead = box.half() - 1;
    float sum = 0;
    for (int i = 0; i < lead; i++) {
      sum += in[window + i];
    }
    for (int o = 0; o < box.length(); o++) {
      sum += in[window + lead + o];
      sum -= in[lead + o];
      out[outAt + o] = sum / box.count(o);
    }
  }

  /// Filters one row of a strip that is only one row high, and keeps only some outputs.
  final void boxRowAt(float[] in, BoxFilter box, int[] columns, int kept, float[] out, int outAt) {
    int window = box.window();
    float sum = 0;
    for (int k = 0, i = 0; k < kept; k++) {
      for (int end = columns[k] + box.half(); i < end; i++) {
        sum += in[window + i];
        sum -= in[i];
      }
      out[outAt + k] = sum / box.count(columns[k]);
    }
  }
}
