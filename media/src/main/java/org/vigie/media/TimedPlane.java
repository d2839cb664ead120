package org.vigie.media;

import org.vigie.fingerprint.LumaPlane;

/// A [LumaPlane] that checks the deadline at every row, so that computations over its rows end too.
record TimedPlane(LumaPlane plane, Deadline deadline) implements LumaPlane {
  @Override
  public int width() {
    return plane.width();
  }

  @Override
  public int height() {
    return plane.height();
  }

  @Override
  public void readRow(int y, float[] samples, int offset) {
    deadline.check();
    plane.readRow(y, samples, offset);
  }
}
