package org.vigie.server.evidence.veil;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.media.Deadline;
import org.vigie.media.DeadlinePassedException;
import org.vigie.media.DecodingMemory;
import org.vigie.media.Frames;
import org.vigie.media.LumaSource;
import org.vigie.media.MediaFile;
import org.vigie.media.NativeBytes;
import org.vigie.media.OpenOutcome;

/// Decodes pictures for their renditions, within time and memory of its own, so that looking at
/// pictures takes neither from scans. Threads: any.
final class RenditionDecoder {
  private static final Logger LOG = LoggerFactory.getLogger(RenditionDecoder.class);

  private final LumaSource source;
  private final RenditionThreads threads;
  private final DecodingMemory memory;

  /// @param memory for all pictures that are decoded at once
  RenditionDecoder(LumaSource source, RenditionThreads threads, DecodingMemory memory) {
    this.source = source;
    this.threads = threads;
    this.memory = memory;
  }

  /// Returns the PNG file of a rendition; empty if the picture cannot be decoded, or not within the
  /// time or the memory.
  ///
  /// @param file may be closed when this returns: work that goes on holds it
  /// @param longSide the samples of the longer side
  public Optional<byte[]> rendition(NativeBytes file, int longSide) {
    return threads.within(deadline -> made(file, longSide, deadline)).flatMap(made -> made);
  }

  /// Turns a failure of a decoder into a missing rendition.
  private Optional<byte[]> made(NativeBytes file, int longSide, Deadline deadline) {
    try {
      return source.open(MediaFile.of(file), deadline) instanceof OpenOutcome.Opened(Frames frames)
          ? made(frames, longSide, deadline)
          : Optional.empty();
    } catch (DeadlinePassedException _) {
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.atWarn()
          .setMessage("a rendition failed")
          .addKeyValue("failure", e.getClass().getName())
          .log();
      return Optional.empty();
    }
  }

  private Optional<byte[]> made(Frames frames, int longSide, Deadline deadline) {
    try (frames) {
      return memory.take(frames.memory(), threads.limit()) instanceof DecodingMemory.Taken taken
          ? made(frames, longSide, deadline, taken)
          : Optional.empty();
    }
  }

  private static Optional<byte[]> made(
      Frames frames, int longSide, Deadline deadline, DecodingMemory.Taken taken) {
    try (taken) {
      deadline.check();
      return frames.next() instanceof Frames.Frame frame
          ? Optional.of(GreyRendition.of(frame.luma(), longSide).png())
          : Optional.empty();
    }
  }
}
