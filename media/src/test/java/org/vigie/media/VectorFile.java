package org.vigie.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.fingerprint.PdqSignal;

/// One line of `src/test/vectors/pdq/files/files.tsv`.
record VectorFile(
    String name, int width, int height, int quality, PdqSignal signal, int tolerance) {
  private static final Path FOLDER = Path.of("src/test/vectors/pdq/files");
  private static final Set<String> READ = Set.of("jpg", "png", "gif", "bmp", "tiff", "webp");

  static Stream<VectorFile> all() {
    return readLines().filter(line -> !line.startsWith("#")).map(VectorFile::parse);
  }

  /// Returns the files in formats that are read here.
  static Stream<VectorFile> pictures() {
    return all().filter(VectorFile::isRead);
  }

  static VectorFile named(String name) {
    return all().filter(file -> file.name.equals(name)).findFirst().orElseThrow();
  }

  private static Stream<String> readLines() {
    try {
      return Files.readAllLines(FOLDER.resolve("files.tsv")).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VectorFile parse(String line) {
    String[] cells = line.split("\t", -1);
    return new VectorFile(
        cells[0],
        Integer.parseInt(cells[1]),
        Integer.parseInt(cells[2]),
        Integer.parseInt(cells[3]),
        PdqSignal.parse(cells[4]),
        Integer.parseInt(cells[5]));
  }

  boolean isRead() {
    return READ.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  boolean isWebp() {
    return name.endsWith("webp");
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
