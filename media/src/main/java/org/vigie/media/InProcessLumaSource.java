package org.vigie.media;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Decoded;
import org.vigie.media.DecodeOutcome.Undecodable;

/// Decodes in the caller's process and thread.
///
/// Here every failure of a decoder on a stranger's bytes becomes an outcome. Third-party decoders
/// throw any exception, so every [RuntimeException] counts as a malformed file, and so does a stack
/// overflow. An [OutOfMemoryError] does not: the cap and the file's length bound the allocation, so
/// the heap is too small for the settings, and the picture is not malformed.
final class InProcessLumaSource implements LumaSource {
  private final MediaSettings settings;
  private final boolean natives;
  private final JpegDecoder jpeg;

  /// @param natives whether the native library may be used
  InProcessLumaSource(MediaSettings settings, boolean natives) {
    this.settings = settings;
    this.natives = natives;
    this.jpeg = natives ? new LeptonicaJpegDecoder() : new JdkJpegDecoder();
  }

  @Override
  public DecodeOutcome decode(byte[] file, Deadline deadline) {
    if (file.length == 0) {
      return new Undecodable(Cause.EMPTY, "the file has no bytes");
    }
    return ImageHeader.sniff(file)
        .map(format -> guarded(file, format, deadline))
        .orElseGet(() ->
            new Undecodable(Cause.UNKNOWN_FORMAT, "the first bytes are of no format read here"));
  }

  @Override
  public long memory(byte[] file, Deadline deadline) {
    return ImageHeader.sniff(file).map(format -> memory(file, format, deadline)).orElse(0L);
  }

  /// Decoding reports the file's error.
  private long memory(byte[] file, MediaFormat format, Deadline deadline) {
    try {
      PictureReader reader = reader(format, new Progress(deadline));
      PictureSize size = reader.size(file);
      boolean refused = PictureLimits.refusal(size, file.length, settings).isPresent();
      return refused ? 0 : reader.memory(file, size);
    } catch (UndecodableException e) {
      return 0;
    }
  }

  private DecodeOutcome guarded(byte[] file, MediaFormat format, Deadline deadline) {
    try {
      return read(file, format, deadline);
    } catch (UndecodableException e) {
      return e.outcome();
    } catch (DeadlinePassedException e) {
      return new Undecodable(Cause.DEADLINE_PASSED, "the deadline passed while it was read");
    } catch (EOFException e) {
      return new Undecodable(Cause.TRUNCATED, "the decoder met the end of the file");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new Undecodable(Cause.MALFORMED, "the decoder refused the file");
    }
  }

  private DecodeOutcome read(byte[] file, MediaFormat format, Deadline deadline)
      throws UndecodableException, IOException {
    deadline.check();
    PictureReader reader = reader(format, new Progress(deadline));
    PictureSize size = reader.size(file);
    Optional<Undecodable> refusal = PictureLimits.refusal(size, file.length, settings);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    LumaPlane luma = reader.read(file, size);
    return new Decoded(format, size.columns(), size.rows(), new TimedPlane(luma, deadline));
  }

  /// Returns the reader for one file of a format.
  PictureReader reader(MediaFormat format, Progress progress) {
    return switch (format) {
      case JPEG -> new JpegReader(jpeg, progress);
      case PNG -> new PngReader(progress);
      case GIF -> new GifReader(progress);
      case BMP -> new BmpReader(progress);
      case TIFF -> new TiffReader(progress);
      case WEBP -> new WebpReader(natives, progress);
    };
  }

  @Override
  public String toString() {
    return "JPEG by " + jpeg
        + (natives ? ", WebP by libwebp in " + Leptonica.version() : ", no WebP")
        + ", PNG, GIF, BMP and TIFF by Vigie";
  }
}
