package org.vigie.server.evidence.veil;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.media.Deadline;
import org.vigie.media.DeadlinePassedException;
import org.vigie.media.DecodeOutcome;
import org.vigie.media.DecodingMemory;
import org.vigie.media.LumaSource;

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
  /// @param longSide the samples of the longer side
  public Optional<byte[]> rendition(byte[] file, int longSide) {
    return threads.within(deadline -> made(file, longSide, deadline)).flatMap(made -> made);
  }

  /// Turns a failure of a decoder into a missing rendition.
  private Optional<byte[]> made(byte[] file, int longSide, Deadline deadline) {
    try {
      long needed = source.memory(file, deadline);
      return memory.take(needed, threads.limit()) instanceof DecodingMemory.Taken taken
          ? made(file, longSide, deadline, taken)
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

  private Optional<byte[]> made(
      byte[] file, int longSide, Deadline deadline, DecodingMemory.Taken taken) {
    try (taken) {
      deadline.check();
      return source.decode(file, deadline) instanceof DecodeOutcome.Decoded picture
          ? Optional.of(GreyRendition.of(picture.luma(), longSide).png())
          : Optional.empty();
    }
  }
}
