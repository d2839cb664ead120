package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.testkit.SyntheticPicture;

/// The main purpose: known pictures are found even if they were altered, others are not.
@Tag("slow")
class KnownContentTest {
  private static final int LISTED = 5;
  private static final int UNRELATED = 1_000;
  private static final int FIRST_SEED = 17;

  @TempDir
  private Path root;

  private Path list = Path.of("");
  private Path files = Path.of("");

  /// Makes a list of five pictures with `vigie hash`, as people would.
  @BeforeEach
  void listPictures() throws IOException {
    Path originals = Files.createDirectory(root.resolve("originals"));
    files = Files.createDirectory(root.resolve("files"));
    for (int i = 0; i < LISTED; i++) {
      Files.write(originals.resolve(i + ".png"), TestFiles.encode(picture(i), "png"));
    }
    List<String> hashes = CommandLineRun.of("hash", originals.toString()).rows(root).stream()
        .skip(1)
        .map(row -> row.split("\\|", -1)[6])
        .toList();
    list = Files.write(root.resolve("known.txt"), hashes);
  }

  @Test
  void alteredCopies_areAllFound() throws IOException {
    for (int i = 0; i < LISTED; i++) {
      writeAltered(i, picture(i));
    }
    CommandLineRun run = scan();
    assertThat(run.status()).isEqualTo(1);
    assertThat(found(run)).isEqualTo(expected());
  }

  @Test
  void unrelatedPictures_noneIsFound() throws IOException {
    for (int i = 0; i < UNRELATED; i++) {
      Files.write(files.resolve(i + ".png"), TestFiles.encode(TestFiles.mosaic(i), "png"));
    }
    CommandLineRun run = scan();
    assertThat(run.rows(root)).hasSize(1);
    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("\n1,000 files, 0 matches, 0 failed, ");
  }

  private void writeAltered(int i, BufferedImage picture) throws IOException {
    BufferedImage mirrored = TestFiles.mirrored(picture);
    write(i, "1-rotated-90", TestFiles.encode(TestFiles.rotated(picture, 1), "png"));
    write(i, "2-rotated-180", TestFiles.encode(TestFiles.rotated(picture, 2), "png"));
    write(i, "3-rotated-270", TestFiles.encode(TestFiles.rotated(picture, 3), "png"));
    write(i, "4-mirrored", TestFiles.encode(mirrored, "png"));
    write(i, "5-mirrored-and-rotated", TestFiles.encode(TestFiles.rotated(mirrored, 1), "png"));
    write(i, "6-recompressed", TestFiles.jpeg(picture, 0.3f));
    write(i, "7-rescaled", TestFiles.encode(TestFiles.halved(picture), "png"));
    write(i, "8-palette", TestFiles.encode(picture, "gif"));
  }

  private static Map<String, String> expected() {
    Map<String, String> expected = new TreeMap<>();
    IntStream.range(0, LISTED)
        .forEach(i -> List.of(
                "1-rotated-90",
                "2-rotated-180",
                "3-rotated-270",
                "4-mirrored",
                "5-mirrored-and-rotated",
                "6-recompressed",
                "7-rescaled",
                "8-palette")
            .forEach(how -> expected.put("files/" + i + "-" + how, "line-" + (i + 1))));
    return expected;
  }

  /// Returns which member was found in each file.
  private Map<String, String> found(CommandLineRun run) {
    Map<String, String> found = new TreeMap<>();
    run.rows(root).stream()
        .skip(1)
        .map(row -> row.split("\\|", -1))
        .forEach(cells -> found.merge(cells[0], cells[2], (a, b) -> a + " and " + b));
    return found;
  }

  private CommandLineRun scan() {
    return CommandLineRun.of("scan", "--dihedrals", "--list", list.toString(), files.toString());
  }

  private void write(int i, String how, byte[] content) throws IOException {
    Files.write(files.resolve(i + "-" + how), content);
  }

  private static BufferedImage picture(int i) {
    return new SyntheticPicture(512, 512, FIRST_SEED + i).image();
  }
}
