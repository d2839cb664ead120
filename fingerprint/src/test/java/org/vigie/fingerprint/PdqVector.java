package org.vigie.fingerprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.testkit.SyntheticPicture;

/// A row of the table of known PDQ signals.
///
/// @param checksum FNV-1a of the picture's bytes
record PdqVector(SyntheticPicture picture, long checksum, int quality, List<PdqSignal> signals) {
  private static final Path TABLE = Path.of("src/test/vectors/pdq/synthetic.tsv");
  private static final Map<SyntheticPicture, byte[]> PIXELS = new ConcurrentHashMap<>();

  static List<PdqVector> all() {
    try (var lines = Files.lines(TABLE)) {
      return lines
          .filter(line -> !line.startsWith("#") && !line.startsWith("width"))
          .map(PdqVector::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the row of the picture with this seed; no two have the same.
  static PdqVector ofSeed(long seed) {
    return all().stream().filter(row -> row.picture.seed() == seed).findFirst().orElseThrow();
  }

  private static PdqVector parse(String line) {
    String[] cells = line.split("\t", -1);
    return new PdqVector(
        new SyntheticPicture(
            Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Long.parseLong(cells[2])),
        Long.parseUnsignedLong(cells[3], 16),
        Integer.parseInt(cells[4]),
        Arrays.stream(cells).skip(5).map(PdqSignal::parse).toList());
  }

  /// Returns the pixels; they take long to make, so each picture is made once.
  byte[] rgb() {
    return PIXELS.computeIfAbsent(picture, SyntheticPicture::rgb);
  }

  LumaPlane plane() {
    return LumaPlane.ofRgb(picture.width(), picture.height(), rgb());
  }
}
