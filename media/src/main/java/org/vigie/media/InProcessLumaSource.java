package org.vigie.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Supplier;
import org.vigie.media.DecodeOutcome.Cause;
import org.vigie.media.DecodeOutcome.Undecodable;

/// Decodes in the caller's process and thread.
///
/// Reads still pictures: files of several pictures have one frame, the first of them.
final class InProcessLumaSource implements LumaSource {
  /// More than any format needs to be told by.
  private static final int FIRST_BYTES = 64;

  /// The longest array that every JVM can make.
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8;

  private final MediaSettings settings;
  private final boolean natives;
  private final JpegDecoder jpeg;

  /// @param natives whether the native library may be used
  InProcessLumaSource(MediaSettings settings, boolean natives) {
    this.settings = settings;
    this.natives = natives;
    this.jpeg = natives ? new LeptonicaJpegDecoder() : new JdkJpegDecoder();
  }

  /// A file in memory is held until its frames are closed. A file on a disk is read whole, once its
  /// first bytes are those of a picture.
  @Override
  public OpenOutcome open(MediaFile file, Deadline deadline) {
    if (file.size() == 0) {
      return new Undecodable(Cause.EMPTY, "the file has no bytes");
    }
    try {
      return switch (file) {
        case MediaFile.Held held -> open(held, deadline);
        case MediaFile.Stored stored -> open(stored, deadline);
      };
    } catch (IOException e) {
      throw new UncheckedIOException("a media file cannot be read", e);
    }
  }

  private OpenOutcome open(MediaFile.Held file, Deadline deadline) {
    Optional<NativeBytes.Hold> hold = file.hold();
    if (hold.isPresent()) {
      return open(file.segment(), hold.get(), deadline);
    }
    if (deadline.hasPassed()) {
      return new Undecodable(Cause.DEADLINE_PASSED, "the deadline passed before it was opened");
    }
    throw new IllegalStateException("the file was freed before it was opened");
  }

  private OpenOutcome open(MediaFile.Stored file, Deadline deadline) throws IOException {
    try (InputStream in = file.open()) {
      byte[] first = in.readNBytes(FIRST_BYTES);
      if (ImageHeader.sniff(MemorySegment.ofArray(first)).isEmpty()) {
        return unknown();
      }
    }
    if (file.size() > MOST_BYTES) {
      return new Undecodable(Cause.UNSUPPORTED, "a picture of so many bytes is not read");
    }
    byte[] bytes = Files.readAllBytes(file.path());
    return open(MemorySegment.ofArray(bytes), NativeBytes.Hold.NONE, deadline);
  }

  private static Undecodable unknown() {
    return new Undecodable(Cause.UNKNOWN_FORMAT, "the first bytes are of no format read here");
  }

  /// Lets go of the file unless it is opened.
  private OpenOutcome open(MemorySegment file, NativeBytes.Hold hold, Deadline deadline) {
    boolean opened = false;
    try {
      OpenOutcome outcome = ImageHeader.sniff(file)
          .map(format -> StillPicture.<OpenOutcome>guarded(
              () -> opened(new StillPicture.Source(file, format, hold), deadline), none -> none))
          .orElseGet(InProcessLumaSource::unknown);
      opened = outcome instanceof OpenOutcome.Opened;
      return outcome;
    } finally {
      if (!opened) {
        hold.close();
      }
    }
  }

  private OpenOutcome opened(StillPicture.Source source, Deadline deadline)
      throws UndecodableException {
    deadline.check();
    Supplier<PictureReader> readers = () -> reader(source.format(), new Progress(deadline));
    PictureSize size = readers.get().size(source.file());
    Optional<Undecodable> refusal = PictureLimits.refusal(size, source.file().byteSize(), settings);
    return refusal.isPresent()
        ? refusal.get()
        : new OpenOutcome.Opened(new StillPicture(source, size, readers, deadline));
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
