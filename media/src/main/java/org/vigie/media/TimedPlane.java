package org.vigie.media;

import org.vigie.fingerprint.LumaPlane;

/// A [LumaPlane] that asks at every row whether the work is to end, so that whatever is computed of
/// it row by row ends too.
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
