package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.media.LumaSources;
import org.vigie.testkit.SyntheticPicture;

class HashCommandTest {
  private static final String HEADER = "path|type|width|height|sha256|md5|pdq|quality|cause";

  /// From the published vectors (`fingerprint/src/test/vectors/pdq/synthetic.tsv`).
  private static final SyntheticPicture PICTURE = new SyntheticPicture(256, 256, 13);

  private static final String PDQ =
      "9bce0e0ff1f073311c8ef3dc0e03e3f863f100638f8e1c07e37178f98e8e7062";
  private static final int QUALITY = 79;

  @TempDir
  private Path root;

  @Test
  void folder_losslessPictures_haveTheReferenceSignals() throws IOException {
    byte[] bmp = write("a/picture.bmp", TestFiles.encode(PICTURE.image(), "bmp"));
    byte[] png = write("b.png", TestFiles.encode(PICTURE.image(), "png"));
    CommandLineRun run = CommandLineRun.of("hash", root.toString());
    assertThat(run.rows(root))
        .containsExactly(
            HEADER, pictureRow("a/picture.bmp", "bmp", bmp), pictureRow("b.png", "png", png));
    assertThat(run.status()).isZero();
    assertThat(run.err()).matches("2 files, 0 failed, \\d+\\.\\d s\\R");
  }

  @Test
  void picture_asJson_hasTheSameNames() throws IOException {
    byte[] png = write("b.png", TestFiles.encode(PICTURE.image(), "png"));
    CommandLineRun run = CommandLineRun.of("hash", "--json", root.toString());
    assertThat(run.out())
        .isEqualTo("{\"path\":\"" + root.resolve("b.png") + "\",\"type\":\"image/png\","
            + "\"width\":256,\"height\":256,\"sha256\":\"" + TestFiles.hex("SHA-256", png)
            + "\",\"md5\":\"" + TestFiles.hex("MD5", png) + "\",\"pdq\":\"" + PDQ
            + "\",\"quality\":" + QUALITY + "}\n");
  }

  @Test
  void emptyPath_isBadUsageAndNotTheCurrentDirectory() {
    CommandLineRun run = CommandLineRun.of("hash", root.toString(), "");
    assertThat(run.err()).startsWith("a PATH is empty");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void version_ofASubcommand_isVigies() {
    assertThat(CommandLineRun.of("hash", "-V").out()).startsWith("vigie ");
  }

  @Test
  void badFiles_haveDigestsAndACause() throws IOException {
    TestFiles.writeBadFiles(root);
    CommandLineRun run = CommandLineRun.of("hash", root.toString());
    assertThat(run.rows(root))
        .containsExactly(
            HEADER,
            badRow("bad-1-empty.jpg", "EMPTY"),
            badRow("bad-2-truncated.jpg", "TRUNCATED"),
            badRow("bad-3-text.jpg", "UNKNOWN_FORMAT"),
            badRow("bad-4-bomb.png", "TOO_MANY_PIXELS"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("4 files, 4 failed, ");
  }

  @Test
  void badFile_asJson_hasCauseAndDetail() throws IOException {
    write("empty", new byte[0]);
    assertThat(CommandLineRun.of("hash", "--json", root.toString()).out())
        .startsWith("{\"path\":\"" + root.resolve("empty") + "\",\"sha256\":\"e3b0c442")
        .contains("\"cause\":\"EMPTY\",\"detail\":\"")
        .doesNotContain("pdq");
  }

  @Test
  void missingPath_isARowAndTheOthersAreHashed() throws IOException {
    write("z.txt", new byte[0]);
    CommandLineRun run = CommandLineRun.of(
        "hash", root.resolve("none").toString(), root.resolve("z.txt").toString());
    assertThat(run.rows(root))
        .containsExactly(HEADER, "none||||||||NOT_FOUND", badRow("z.txt", "EMPTY"));
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void pathWithControlCharacters_staysOneRow() throws IOException {
    write("a\tb\nc\\d", new byte[0]);
    CommandLineRun run = CommandLineRun.of("hash", root.toString());
    assertThat(run.rows(root)).hasSize(2);
    assertThat(run.rows(root).get(1)).startsWith("a\\tb\\nc\\\\d|");
    assertThat(CommandLineRun.of("hash", "--json", root.toString()).out())
        .contains("a\\tb\\nc\\\\d\",");
  }

  @Test
  void fileOverTheCap_isDigestedOnly() throws IOException {
    byte[] png = write("b.png", TestFiles.encode(PICTURE.image(), "png"));
    CommandLineRun run = CommandLineRun.of("hash", "--max-bytes", "1000", root.toString());
    assertThat(png).hasSizeGreaterThan(1000);
    assertThat(run.rows(root)).containsExactly(HEADER, badRow("b.png", "TOO_LARGE"));
  }

  @Test
  void decoderThatBreaks_isARowAndNoCrash() throws IOException {
    write("a", new byte[1]);
    write("b", new byte[1]);
    CommandLineRun run = CommandLineRun.with(
        (_, _) -> {
          throw new IllegalStateException();
        },
        "hash",
        root.toString());
    assertThat(run.rows(root))
        .containsExactly(HEADER, badRow("a", "DECODER_FAILED"), badRow("b", "DECODER_FAILED"));
  }

  @Test
  void manyFiles_comeInTheOrderOfTheWalk() throws IOException {
    for (int i = 0; i < 500; i++) {
      Files.writeString(root.resolve(String.format("%03d", i)), "x".repeat(i));
    }
    List<String> rows = CommandLineRun.of("hash", root.toString()).rows(root);
    assertThat(rows).hasSize(501);
    assertThat(rows.subList(1, 501)).isSorted();
  }

  @Test
  void outputThatTakesNoMore_endsTheRun() throws IOException {
    write("a", new byte[1]);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream closed = OutputStream.nullOutputStream();
    closed.close();
    Console console = new Console(
        new PrintStream(closed), new PrintStream(err, true, StandardCharsets.UTF_8), false);
    int status =
        VigieCommand.commandLine(console, LumaSources.inProcess()).execute("hash", root.toString());
    assertThat(status).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("the output takes no more");
  }

  @Test
  void noPath_isBadUsage() {
    CommandLineRun run = CommandLineRun.of("hash");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("PATH").contains("./vigie hash --help");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void help_teachesColumnsAndExitStatus() {
    CommandLineRun run = CommandLineRun.of("hash", "--help");
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(HEADER.replace('|', ' '), "Exit status: 0", "Examples:", "--json")
        .doesNotContain("\t");
  }

  private static String pictureRow(String name, String type, byte[] file) {
    return String.join(
        "|",
        name,
        "image/" + type,
        "256",
        "256",
        TestFiles.hex("SHA-256", file),
        TestFiles.hex("MD5", file),
        PDQ,
        QUALITY + "|");
  }

  private String badRow(String name, String cause) throws IOException {
    byte[] file = Files.readAllBytes(root.resolve(name));
    return name + "||||" + TestFiles.hex("SHA-256", file) + "|" + TestFiles.hex("MD5", file) + "|||"
        + cause;
  }

  private byte[] write(String name, byte[] content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.readAllBytes(Files.write(file, content));
  }
}
