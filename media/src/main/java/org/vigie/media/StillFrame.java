package org.vigie.media;

import java.time.Duration;
import org.vigie.fingerprint.LumaPlane;

/// A still picture that is decoded already, as frames.
final class StillFrame implements Frames {
  private final MediaFormat format;
  private final int width;
  private final int height;
  private final LumaPlane luma;
  private boolean given;

  StillFrame(MediaFormat format, int width, int height, LumaPlane luma) {
    this.format = format;
    this.width = width;
    this.height = height;
    this.luma = luma;
  }

  @Override
  public MediaFormat format() {
    return format;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public long memory() {
    return 0;
  }

  @Override
  public FrameOutcome next() {
    if (given) {
      return new FrameOutcome.End();
    }
    given = true;
    return new Frame(Duration.ZERO, luma);
  }

  @Override
  public void close() {
    // it holds nothing but the plane
  }
}
