package org.vigie.cli;

import java.util.Set;
import java.util.function.Function;
import org.vigie.cli.files.ByteBudget;
import org.vigie.cli.files.Cause;
import org.vigie.cli.files.Failure;
import org.vigie.cli.files.FileReader;
import org.vigie.cli.files.FileReading;
import org.vigie.cli.files.Found;
import org.vigie.fingerprint.DigestType;

/// Makes signals of files: digests of all of them, and the readings of `pictures`.
///
/// Threads: any.
final class FileAnalyser {
  private final FileReader reader;
  private final Function<byte[], PictureReading> pictures;

  FileAnalyser(
      Set<DigestType> digestTypes, int maxBytes, Function<byte[], PictureReading> pictures) {
    this.reader = new FileReader(digestTypes, maxBytes, new ByteBudget(budget(maxBytes)));
    this.pictures = pictures;
  }

  /// An eighth of the heap for file bytes, as decoding needs a multiple of them; one largest file
  /// always fits.
  private static long budget(int maxBytes) {
    return Math.max(maxBytes, Runtime.getRuntime().maxMemory() / 8);
  }

  /// Makes signals of a file.
  ///
  /// @throws InterruptedException if the thread was interrupted while it waited for memory
  FileReading<PictureReading> analyse(Found found) throws InterruptedException {
    return switch (found) {
      case Found.RegularFile file -> reader.read(file, pictures);
      case Found.Unreadable unreadable -> new FileReading.NotRead<>(unreadable.failure());
    };
  }

  /// Returns the reading of the picture, also if the file was too large to read.
  static PictureReading picture(FileReading.Read<PictureReading> read) {
    return read.made()
        .orElseGet(() -> new PictureReading.NoPicture(
            new Failure(Cause.TOO_LARGE, "larger than --max-bytes, so not decoded")));
  }
}
