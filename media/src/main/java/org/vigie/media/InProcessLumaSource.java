package org.vigie.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

  /// A file on a disk is read whole, once its first bytes are those of a picture.
  @Override
  public OpenOutcome open(MediaFile file, Deadline deadline) {
    if (file.size() == 0) {
      return new Undecodable(Cause.EMPTY, "the file has no bytes");
    }
    try {
      Optional<MediaFormat> format = ImageHeader.sniff(first(file));
      return format.isEmpty()
          ? new Undecodable(Cause.UNKNOWN_FORMAT, "the first bytes are of no format read here")
          : open(file, format.get(), deadline);
    } catch (IOException e) {
      throw new UncheckedIOException("a media file cannot be read", e);
    }
  }

  private static byte[] first(MediaFile file) throws IOException {
    if (file instanceof MediaFile.Held held) {
      return held.bytes();
    }
    try (InputStream in = file.open()) {
      return in.readNBytes(FIRST_BYTES);
    }
  }

  private OpenOutcome open(MediaFile file, MediaFormat format, Deadline deadline)
      throws IOException {
    if (file.size() > MOST_BYTES) {
      return new Undecodable(Cause.UNSUPPORTED, "a picture of so many bytes is not read");
    }
    byte[] bytes = all(file);
    return StillPicture.guarded(() -> opened(bytes, format, deadline), none -> none);
  }

  private static byte[] all(MediaFile file) throws IOException {
    if (file instanceof MediaFile.Held held) {
      return held.bytes();
    }
    try (InputStream in = file.open()) {
      return in.readAllBytes();
    }
  }

  private OpenOutcome opened(byte[] file, MediaFormat format, Deadline deadline)
      throws UndecodableException {
    deadline.check();
    Supplier<PictureReader> readers = () -> reader(format, new Progress(deadline));
    PictureSize size = readers.get().size(file);
    Optional<Undecodable> refusal = PictureLimits.refusal(size, file.length, settings);
    return refusal.isPresent()
        ? refusal.get()
        : new OpenOutcome.Opened(new StillPicture(file, format, size, readers, deadline));
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
