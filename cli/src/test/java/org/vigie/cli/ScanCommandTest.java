package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.testkit.SyntheticPicture;

class ScanCommandTest {
  private static final String HEADER = "path|list|member|signal_type|distance|transform|cause";

  /// From the published vectors (`fingerprint/src/test/vectors/pdq/synthetic.tsv`); quality 79.
  private static final SyntheticPicture PICTURE = new SyntheticPicture(256, 256, 13);

  private static final String PDQ =
      "9bce0e0ff1f073311c8ef3dc0e03e3f863f100638f8e1c07e37178f98e8e7062";

  /// The signal above with three bits of its last two digits turned over.
  private static final String PDQ_3_BITS_OFF = PDQ.substring(0, 62) + "03";

  private static final String OTHER = "0123456789abcdef".repeat(4);
  private static final Path LISTS = Path.of("src/test/vectors/lists");
  private static final String MD5_OF_NOTHING = "d41d8cd98f00b204e9800998ecf8427e";

  @TempDir
  private Path root;

  @Test
  void picture_onNoList_isClear() throws IOException {
    writePicture();
    CommandLineRun run = scan(list("a.txt", OTHER));
    assertThat(run.rows(root)).containsExactly(HEADER);
    assertThat(run.status()).isZero();
    assertThat(lastLine(run)).startsWith("1 file, 0 matches, 0 failed, ");
  }

  @Test
  void picture_onTwoLists_isARowForEachMemberInTheOrderOfTheLists() throws IOException {
    byte[] file = writePicture();
    Path csv = list(
        "b.csv",
        "signal_type,value,member,category",
        "sha256," + TestFiles.hex("SHA-256", file) + ",m-2,",
        "pdq," + PDQ_3_BITS_OFF + ",m-1,a1",
        "sha1," + TestFiles.hex("SHA-1", file) + ",m-3,");
    CommandLineRun run = scan(csv, list("a.txt", PDQ));
    assertThat(run.rows(root))
        .containsExactly(
            HEADER,
            "files/p.png|b.csv|m-2|sha256|0||",
            "files/p.png|b.csv|m-1|pdq|3|original|",
            "files/p.png|b.csv|m-3|sha1|0||",
            "files/p.png|a.txt|line-1|pdq|0|original|");
    assertThat(run.status()).isEqualTo(1);
    assertThat(lastLine(run)).startsWith("1 file, 4 matches, 0 failed, ");
  }

  @Test
  void match_asJson_hasTheSameNamesAndTheCategory() throws IOException {
    writePicture();
    Path csv =
        list("b.csv", "signal_type,value,member,category", "pdq," + PDQ_3_BITS_OFF + ",m-1,a1");
    assertThat(scan("--json", csv).out())
        .isEqualTo("{\"path\":\"" + root + "/files/p.png\",\"list\":\"" + csv
            + "\",\"member\":\"m-1\",\"signal_type\":\"pdq\",\"distance\":3,"
            + "\"transform\":\"original\",\"category\":\"a1\"}\n");
  }

  @Test
  void member_withSeveralSignals_isARowOfTheNearest() throws IOException {
    writePicture();
    Path csv = list(
        "b.csv",
        "signal_type,value,member",
        "pdq," + PDQ_3_BITS_OFF + ",m-1",
        "pdq," + PDQ + ",m-1");
    assertThat(scan(csv).rows(root))
        .containsExactly(HEADER, "files/p.png|b.csv|m-1|pdq|0|original|");
  }

  @Test
  void radius_belowTheDistance_findsNothing() throws IOException {
    writePicture();
    Path list = list("a.txt", "pdq:" + PDQ_3_BITS_OFF);
    assertThat(scan("--radius", "2", list).status()).isZero();
    assertThat(scan("--radius", "3", list).status()).isEqualTo(1);
  }

  @Test
  void turnedPicture_isFoundOnlyWithDihedrals() throws IOException {
    SyntheticPicture large = new SyntheticPicture(512, 512, 19);
    write("p.png", TestFiles.encode(TestFiles.rotated(large.image(), 2), "png"));
    Path list = list("a.txt", "0c9a091902ec426e7d93a9938eba266662edd7fca23c6596b897c26fd64cb235");
    assertThat(scan(list).status()).isZero();
    CommandLineRun run = scan("--dihedrals", list);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.rows(root))
        .hasSize(2)
        .last()
        .asString()
        .contains("|pdq|")
        .contains("rotate-180");
  }

  @Test
  void pictureBelowQuality_isReportedButNoFailure() throws IOException {
    byte[] file = write("p.png", TestFiles.encode(TestFiles.blank(), "png"));
    CommandLineRun run = scan(list("a.txt", "pdq:" + "0".repeat(64), TestFiles.hex("MD5", file)));
    assertThat(run.rows(root)).containsExactly(HEADER, "files/p.png|a.txt|line-2|md5|0||");
    assertThat(run.err()).contains("1 picture below quality 50 was not compared by PDQ");
  }

  @Test
  void minQuality_atTheQuality_compares() throws IOException {
    writePicture();
    Path list = list("a.txt", PDQ);
    assertThat(scan("--min-quality", "79", list).status()).isEqualTo(1);
    assertThat(scan("--min-quality", "80", list).status()).isZero();
  }

  @Test
  void badFiles_haveACauseAndTheirDigestsAreCompared() throws IOException {
    Files.createDirectories(root.resolve("files"));
    TestFiles.writeBadFiles(root.resolve("files"));
    CommandLineRun run = scan(list("a.txt", PDQ, MD5_OF_NOTHING));
    assertThat(run.rows(root))
        .containsExactly(
            HEADER,
            "files/bad-1-empty.jpg|a.txt|line-2|md5|0||",
            "files/bad-1-empty.jpg||||||EMPTY",
            "files/bad-2-truncated.jpg||||||TRUNCATED",
            "files/bad-3-text.jpg||||||UNKNOWN_FORMAT",
            "files/bad-4-bomb.png||||||TOO_MANY_PIXELS");
    assertThat(run.status()).as("a failure wins over a match").isEqualTo(2);
    assertThat(lastLine(run)).startsWith("4 files, 1 match, 4 failed, ");
  }

  @Test
  void listsOfDigestsOnly_needNoPicture() throws IOException {
    write("notes.txt", new byte[] {1});
    write("large.txt", new byte[100]);
    CommandLineRun run = scan("--max-bytes", "10", list("a.txt", MD5_OF_NOTHING));
    assertThat(run.rows(root)).containsExactly(HEADER);
    assertThat(run.status()).isZero();
  }

  @Test
  void badLines_areAllReportedAndNothingIsScanned() throws IOException {
    writePicture();
    Path good = list("good.txt", PDQ);
    Path bad = list("bad.txt", PDQ, "zz", "md5:zz");
    Path none = root.resolve("none.txt");
    CommandLineRun run = scan(good, bad, none);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .contains(
            bad + ":2: expected 64 hex digits (PDQ), 40 (SHA-1), 32 (MD5) or a prefix such as"
                + " sha256:, found 2 characters",
            bad + ":3: not a md5 signal: expected 32 hex digits, found 2 characters",
            none + ": no such file",
            "nothing was scanned");
  }

  @ParameterizedTest
  @CsvSource({
    "--radius, 64, 0 to 63",
    "--radius, -1, 0 to 63",
    "--radius, x, 'x'",
    "--min-quality, 101, 0 to 100",
    "--max-bytes, 0, 1 to 1073741824"
  })
  void option_outOfRange_isBadUsage(String option, String value, String told) throws IOException {
    CommandLineRun run = scan(option, value, list("a.txt", PDQ));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(option).contains(told);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void noList_isBadUsage() {
    CommandLineRun run = CommandLineRun.of("scan", root.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--list");
  }

  @Test
  void misspeltCommand_isSuggested() {
    CommandLineRun run = CommandLineRun.of("scna");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("Did you mean ./vigie scan?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"frobnicate", "start", "x", "ls"})
  void commandThatIsNearNoOther_isReportedWithoutASuggestion(String typed) {
    CommandLineRun run = CommandLineRun.of(typed);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("there is no command ./vigie " + typed + System.lineSeparator())
        .doesNotContain("Did you mean");
  }

  @ParameterizedTest
  @CsvSource({
    "list-md5sum.txt, line-1|md5, the output of md5sum",
    "list-sha256sum.txt, line-1|sha256, the output of md5sum",
    "list-nsrl.csv, line-2|md5, a table of digests",
    "list-vics.json, line-1|md5, VICS",
    "list-excel-empty-rows.csv, case-1|md5, CSV",
    "list-pdq-without-header.csv, line-1|pdq, PDQ values with quality and file"
  })
  void list_ofTheField_findsThePictureItNames(String file, String match, String told)
      throws IOException {
    writeListedPicture();
    CommandLineRun run = scan(LISTS.resolve(file));
    assertThat(run.rows(root)).anyMatch(row -> row.contains("|" + match + "|"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith(LISTS.resolve(file) + ": read as " + told);
  }

  @Test
  void sha256WithoutPrefix_isRefusedAndFoundOnceItsTypeIsSaid() throws IOException {
    writeListedPicture();
    Path list = LISTS.resolve("list-sha256-without-prefix.txt");
    CommandLineRun refused = scan(list);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .startsWith(list + ":1: cannot be PDQ: more than 128 bits set")
        .contains("--type sha256");

    CommandLineRun run = scan("--type", "sha256", list);
    assertThat(run.rows(root)).contains("files/p.jpg|" + list + "|line-20|sha256|0||");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith(list + ": read as one value per line, 20 sha256 values");
  }

  @Test
  void type_thatIsNone_isBadUsage() throws IOException {
    CommandLineRun run = scan("--type", "md5", list("a.txt", PDQ));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--type is one of [pdq, sha256]");
  }

  @Test
  void badLine_thatIsSkipped_leavesTheListInForceAndNeverLooksClean() throws IOException {
    writePicture();
    Path list = list("a.txt", MD5_OF_NOTHING, "zz", PDQ);
    CommandLineRun run = scan("--skip-bad-lines", list);
    assertThat(run.rows(root))
        .containsExactly(
            HEADER, "a.txt|a.txt|||||LINES_SKIPPED", "files/p.png|a.txt|line-3|pdq|0|original|");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(list + ":2: expected 64").contains("1 bad line skipped");

    CommandLineRun clear = scan("--skip-bad-lines", list("b.txt", MD5_OF_NOTHING, "zz", OTHER));
    assertThat(clear.status()).as("what the bad line names was not looked for").isEqualTo(2);
    CommandLineRun whole = scan("--skip-bad-lines", list("c.txt", OTHER));
    assertThat(whole.status()).isZero();
  }

  @Test
  void tooManyBadLines_areNotSkipped() throws IOException {
    writePicture();
    CommandLineRun run = scan("--skip-bad-lines", list("a.txt", PDQ, "zz", "zz"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("2 lines are bad, more than the 0 that may be skipped");
  }

  /// A secret in a list is in no output, at any place in the list.
  @Test
  void secret_inAList_isNeverPrinted() throws IOException {
    writePicture();
    for (String text : List.of(
        "%s",
        "%s,a",
        "a,%s",
        "md5:%s",
        "signal_type,value,%s",
        "{\"%s\":1}",
        "{\"value\":[{\"MD5\":\"%s\"}]}",
        "%s  a.jpg",
        "MD5 (a) = %s",
        "%s,100,a.jpg",
        "signal_type,value,member\nmd5,%s,a\n%s,x,a",
        "pdq %s",
        "%%%%%%%% HASHDEEP-1.0\n%s,a")) {
      for (String secret :
          List.of("5ecre7", "5ecre7" + "0".repeat(26), "5ecre7" + "0".repeat(58))) {
        Path list = list("a.txt", text.formatted(secret, secret));
        CommandLineRun run = scan("--skip-bad-lines", list);
        assertThat(run.out() + run.err()).as(text).doesNotContain("5ecre7");
        assertThat(run.status()).isEqualTo(2);
      }
    }
  }

  private void writeListedPicture() throws IOException {
    write("p.jpg", Files.readAllBytes(LISTS.resolve("ok-base.jpg")));
  }

  private static String lastLine(CommandLineRun run) {
    return run.err().lines().toList().getLast();
  }

  /// Scans the folder `files`; paths among the arguments are lists.
  private CommandLineRun scan(Object... arguments) {
    Stream<String> options = Arrays.stream(arguments)
        .flatMap(
            a -> a instanceof Path ? Stream.of("--list", a.toString()) : Stream.of((String) a));
    return CommandLineRun.of(Stream.concat(
            Stream.concat(Stream.of("scan"), options),
            Stream.of(root.resolve("files").toString()))
        .toArray(String[]::new));
  }

  private Path list(String name, String... lines) throws IOException {
    return Files.write(root.resolve(name), Arrays.asList(lines));
  }

  private byte[] writePicture() throws IOException {
    return write("p.png", TestFiles.encode(PICTURE.image(), "png"));
  }

  private byte[] write(String name, byte[] content) throws IOException {
    Files.createDirectories(root.resolve("files"));
    Files.write(root.resolve("files").resolve(name), content);
    return content;
  }
}
