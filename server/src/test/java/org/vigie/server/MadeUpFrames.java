package org.vigie.server;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.vigie.media.Frames;
import org.vigie.media.MediaFormat;
import org.vigie.media.OpenOutcome;

/// Frames of a made-up file of 8 by 8, each of which comes of its supplier.
public final class MadeUpFrames implements Frames {
  private final long memory;
  private final Iterator<Supplier<FrameOutcome>> outcomes;
  private final AtomicBoolean closed;

  private MadeUpFrames(long memory, List<Supplier<FrameOutcome>> outcomes, AtomicBoolean closed) {
    this.memory = memory;
    this.outcomes = outcomes.iterator();
    this.closed = closed;
  }

  /// Returns a file that is open.
  ///
  /// @param memory that decoding a frame takes, in bytes
  public static OpenOutcome open(long memory, List<Supplier<FrameOutcome>> outcomes) {
    return open(memory, outcomes, new AtomicBoolean());
  }

  /// Returns a file that is open.
  ///
  /// @param closed is set once the frames are closed
  public static OpenOutcome open(
      long memory, List<Supplier<FrameOutcome>> outcomes, AtomicBoolean closed) {
    return new OpenOutcome.Opened(new MadeUpFrames(memory, outcomes, closed));
  }

  @Override
  public MediaFormat format() {
    return MediaFormat.PNG;
  }

  @Override
  public int width() {
    return 8;
  }

  @Override
  public int height() {
    return 8;
  }

  @Override
  public long memory() {
    return memory;
  }

  @Override
  public FrameOutcome next() {
    return outcomes.hasNext() ? outcomes.next().get() : new FrameOutcome.End();
  }

  @Override
  public void close() {
    closed.set(true);
  }
}
