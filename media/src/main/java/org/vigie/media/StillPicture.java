package org.vigie.media;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Undecodable;

/// A file of a still picture, of which the header is read. The picture is decoded, once, when its
/// frame is asked for.
final class StillPicture implements Frames {
  private final Source source;
  private final PictureSize size;
  private final Supplier<PictureReader> readers;
  private final Deadline deadline;
  private boolean given;

  /// @param readers makes a reader for this file
  StillPicture(
      Source source, PictureSize size, Supplier<PictureReader> readers, Deadline deadline) {
    this.source = source;
    this.size = size;
    this.readers = readers;
    this.deadline = deadline;
  }

  /// The file of a picture.
  ///
  /// @param hold keeps the file in memory until the picture is closed
  record Source(MemorySegment file, MediaFormat format, NativeBytes.Hold hold) {}

  @Override
  public MediaFormat format() {
    return source.format();
  }

  @Override
  public int width() {
    return size.columns();
  }

  @Override
  public int height() {
    return size.rows();
  }

  /// Returns 0 for a malformed file; decoding it names the defect.
  @Override
  public long memory() {
    try {
      return readers.get().memory(source.file(), size);
    } catch (UndecodableException e) {
      return 0;
    }
  }

  @Override
  public FrameOutcome next() {
    if (given) {
      return new FrameOutcome.End();
    }
    given = true;
    return guarded(this::frame, none -> none);
  }

  private FrameOutcome frame() throws UndecodableException, IOException {
    deadline.check();
    LumaPlane plane = readers.get().read(source.file(), size);
    return new Frame(Duration.ZERO, new TimedPlane(plane, deadline));
  }

  @Override
  public void close() {
    source.hold().close();
  }

  /// Work on the bytes of a file.
  interface Attempt<O> {
    O run() throws UndecodableException, IOException;
  }

  /// This is the edge at which everything that a decoder throws at a stranger's bytes becomes an
  /// outcome. Decoders that are not ours may throw anything, so every [RuntimeException] is
  /// taken for a malformed file, and so is a stack that a file made too deep. An
  /// [OutOfMemoryError] is not: the cap and the file's own length bound its allocations, so the
  /// error says that the heap is too small for the settings, and a picture must
  /// not be called malformed for that.
  static <O> O guarded(Attempt<O> work, Function<Undecodable, O> otherwise) {
    try {
      return work.run();
    } catch (UndecodableException e) {
      return otherwise.apply(e.outcome());
    } catch (DeadlinePassedException e) {
      return otherwise.apply(
          new Undecodable(Cause.DEADLINE_PASSED, "the deadline passed while it was read"));
    } catch (EOFException e) {
      return otherwise.apply(
          new Undecodable(Cause.TRUNCATED, "the decoder met the end of the file"));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return otherwise.apply(new Undecodable(Cause.MALFORMED, "the decoder refused the file"));
    }
  }
}
