package org.vigie.fingerprint;

import java.util.ArrayList;
import java.util.List;

/// Computes PDQ from luma, bit for bit as the reference does at full resolution
/// (`docs/formats/pdq.md`).
///
/// A picture with a side below 5 pixels gets [PdqSignal#ZERO] and quality 0. Keeps its working
/// memory between calls, at most `width * window` floats and some rows, where the window is 1/128
/// of the height. Threads: one at a time; make one hasher for each.
public final class PdqHasher {
  private static final int SMALLEST_SIDE = 5;

  private final PdqKernel kernel;
  private final Downsampler downsampler;
  private final float[] image = new float[PdqKernel.SIDE * PdqKernel.SIDE];
  private final float[] half = new float[PdqKernel.BLOCK * PdqKernel.SIDE];
  private final PdqBlock block = new PdqBlock();

  /// Makes a hasher with the fastest loops that this JVM has: vectors if it was started with
  /// `--add-modules jdk.incubator.vector`, else plain ones that take about twice as long.
  ///
  /// Vectors are slow until they are compiled, about a second in all: warm a server up with a
  /// picture before it is ready, and do without the module to hash a single file.
  public PdqHasher() {
    this(PdqKernel.preferred());
  }

  PdqHasher(PdqKernel kernel) {
    this.kernel = kernel;
    downsampler = new Downsampler(kernel);
  }

  /// Returns the signal and quality of the picture in its original orientation.
  public PdqFingerprint hash(LumaPlane plane) {
    if (isTooSmall(plane)) {
      return new PdqFingerprint(PdqSignal.ZERO, 0);
    }
    read(plane);
    return new PdqFingerprint(block.signal(Dihedral.ORIGINAL), PdqQuality.of(image));
  }

  /// Returns the signals of the picture in its eight orientations.
  public PdqOrientations hashOrientations(LumaPlane plane) {
    List<PdqSignal> signals = new ArrayList<>();
    boolean tooSmall = isTooSmall(plane);
    if (!tooSmall) {
      read(plane);
    }
    for (Dihedral orientation : Dihedral.values()) {
      signals.add(tooSmall ? PdqSignal.ZERO : block.signal(orientation));
    }
    return new PdqOrientations(signals, tooSmall ? 0 : PdqQuality.of(image));
  }

  private static boolean isTooSmall(LumaPlane plane) {
    return plane.width() < SMALLEST_SIDE || plane.height() < SMALLEST_SIDE;
  }

  private void read(LumaPlane plane) {
    if (plane.width() == PdqKernel.SIDE && plane.height() == PdqKernel.SIDE) {
      readUnscaled(plane);
    } else {
      downsampler.downsample(plane, image);
    }
    kernel.transform(image, half, block.frequencies());
  }

  private void readUnscaled(LumaPlane plane) {
    for (int y = 0; y < PdqKernel.SIDE; y++) {
      plane.readRow(y, image, y * PdqKernel.SIDE);
    }
  }
}
