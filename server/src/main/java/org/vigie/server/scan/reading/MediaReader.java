package org.vigie.server.scan.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.fingerprint.PdqHasher;
import org.vigie.media.Deadline;
import org.vigie.media.DeadlinePassedException;
import org.vigie.media.DecodeOutcome;
import org.vigie.media.DecodingMemory;
import org.vigie.media.Frames;
import org.vigie.media.LumaSource;
import org.vigie.media.OpenOutcome;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaSignal;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.PictureReading;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.ScanOutcome.Cause;
import org.vigie.server.scan.SignalExtraction;

/// Makes signals of media: digests always, those of the picture if there is one.
///
/// Pictures are decoded on a few threads of their own, however many callers wait, which bounds the
/// memory and the processors. Work that passes its deadline ends at its next row.
public final class MediaReader implements SignalExtraction {
  private static final Logger log = LoggerFactory.getLogger(SignalExtraction.class);

  private final LumaSource source;
  private final Decoders decoders;
  private final Duration deadline;
  private final Map<DecodingLane, DecodingMemory> memory = new EnumMap<>(DecodingLane.class);
  private final ThreadLocal<PdqHasher> hashers = ThreadLocal.withInitial(PdqHasher::new);
  private volatile boolean warm;

  /// @param deadline the time limit of one file, waiting included
  /// @param memory the bytes for all pictures that are decoded at the same time: scans half of
  ///     them, other callers a quarter, strangers and late reading an eighth each
  public MediaReader(LumaSource source, Decoders decoders, Duration deadline, long memory) {
    this.source = source;
    this.decoders = decoders;
    this.deadline = deadline;
    for (DecodingLane lane : DecodingLane.values()) {
      this.memory.put(lane, new DecodingMemory(memory / parts(lane)));
    }
  }

  private static int parts(DecodingLane lane) {
    return switch (lane) {
      case SCANS -> 2;
      case CALLERS -> 4;
      case STRANGERS, LATER -> 8;
    };
  }

  /// Returns the signals of one file. A picture that is not read before the deadline has none,
  /// with that cause.
  @Override
  public MediaSignals extract(Media media, DecodingLane lane) {
    return extract(media, lane, deadline);
  }

  /// Does so with a deadline of its own.
  public MediaSignals extract(Media media, DecodingLane lane, Duration limit) {
    PictureReading picture = decoders
        .within(lane, limit, ends -> read(media, lane, ends))
        .orElseGet(() -> new NoPicture(Cause.DEADLINE_PASSED));
    return new MediaSignals(media.digests(), picture);
  }

  /// Begins to hash a made-up picture, often enough that the loops are compiled, so that the
  /// first pictures that are submitted do not pay for it.
  void beginWarmUp() {
    Thread.ofPlatform().daemon().name("scan-warm-up").start(() -> {
      try {
        WarmUp.once();
      } finally {
        warm = true;
      }
    });
  }

  /// Returns whether the warm-up has finished.
  boolean isWarm() {
    return warm;
  }

  /// Turns a failure of a decoder into a cause, so that a hostile file never looks clear.
  private PictureReading read(Media media, DecodingLane lane, Deadline ends) {
    try {
      return switch (source.open(media.file(), ends)) {
        case OpenOutcome.Opened(Frames frames) -> read(frames, lane, ends);
        case DecodeOutcome.Undecodable none -> new NoPicture(cause(none.cause()));
      };
    } catch (DeadlinePassedException e) {
      return new NoPicture(Cause.DEADLINE_PASSED);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log.atWarn()
          .setMessage("a decoder failed")
          .addKeyValue("failure", e.getClass().getName())
          .log();
      return new NoPicture(Cause.DECODER_FAILED);
    }
  }

  private PictureReading read(Frames frames, DecodingLane lane, Deadline ends) {
    try (frames) {
      return switch (Objects.requireNonNull(memory.get(lane)).take(frames.memory(), ends)) {
        case DecodingMemory.Taken taken -> hashed(frames, taken);
        case DecodingMemory.TooLarge _ -> new NoPicture(Cause.TOO_MANY_PIXELS);
        case DecodingMemory.NotInTime _ -> new NoPicture(Cause.DEADLINE_PASSED);
      };
    }
  }

  private PictureReading hashed(Frames frames, DecodingMemory.Taken taken) {
    try (taken) {
      return hashed(frames);
    }
  }

  /// Hashes each frame before the next is decoded. Frames of which one cannot be decoded are no
  /// picture, as half a picture is none.
  private PictureReading hashed(Frames frames) {
    List<MediaSignal> signals = new ArrayList<>();
    while (true) {
      switch (frames.next()) {
        case Frames.Frame(Duration at, LumaPlane luma) ->
          signals.add(MediaSignal.of(at, hashers.get().hashOrientations(luma)));
        case DecodeOutcome.Undecodable none -> {
          return new NoPicture(cause(none.cause()));
        }
        case Frames.FrameOutcome.End _ -> {
          return new Picture(frames.format(), frames.width(), frames.height(), signals);
        }
      }
    }
  }

  private static Cause cause(DecodeOutcome.Cause cause) {
    return switch (cause) {
      case EMPTY -> Cause.EMPTY;
      case UNKNOWN_FORMAT -> Cause.UNKNOWN_FORMAT;
      case TOO_MANY_PIXELS -> Cause.TOO_MANY_PIXELS;
      case MALFORMED -> Cause.MALFORMED;
      case TRUNCATED -> Cause.TRUNCATED;
      case UNSUPPORTED -> Cause.UNSUPPORTED;
      case DEADLINE_PASSED -> Cause.DEADLINE_PASSED;
    };
  }
}
