package org.vigie.hashlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.hashlist.UnusableHashListException.Defect;

class HashListReaderTest {
  private static final String PDQ = "0123456789abcdef".repeat(4);
  private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
  private static final String SHA1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
  private static final String SHA256 =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final HashListReader reader = new HashListReader(SignalTypes.installed());

  @Test
  void plain_bareValues_typeFollowsFromLength() throws IOException {
    assertThat(lines(read(PDQ + "\n" + MD5 + "\n" + SHA1 + "\n")))
        .containsExactly(
            "pdq " + PDQ + " line-1 null",
            "md5 " + MD5 + " line-2 null",
            "sha1 " + SHA1 + " line-3 null");
  }

  @Test
  void plain_prefixes_typeFollowsFromPrefix() throws IOException {
    String list = String.join("\n", "sha256:" + SHA256, "pdq:" + PDQ, "md5:" + MD5, "sha1:" + SHA1);
    assertThat(lines(read(list)))
        .containsExactly(
            "sha256 " + SHA256 + " line-1 null",
            "pdq " + PDQ + " line-2 null",
            "md5 " + MD5 + " line-3 null",
            "sha1 " + SHA1 + " line-4 null");
  }

  @Test
  void plain_commentsAndBlankLines_areCountedButNotRead() throws IOException {
    assertThat(lines(read("# by us, for tests\n\n" + MD5 + "\n")))
        .containsExactly("md5 " + MD5 + " line-3 null");
  }

  @Test
  void plain_uppercaseDigits_areTheSameSignal() throws IOException {
    assertThat(lines(read("D41D8CD98F00B204E9800998ECF8427E")))
        .containsExactly("md5 " + MD5 + " line-1 null");
  }

  @Test
  void plain_crlfAndByteOrderMark_areTolerated() throws IOException {
    assertThat(lines(read("\uFEFF" + MD5 + "\r\n" + SHA1 + "\r\n")))
        .containsExactly("md5 " + MD5 + " line-1 null", "sha1 " + SHA1 + " line-2 null");
  }

  @Test
  void plain_sameLineTwice_isTwoEntries() throws IOException {
    assertThat(read(MD5 + "\n" + MD5 + "\n").entries()).hasSize(2);
  }

  @Test
  void csv_allColumns_areRead() throws IOException {
    String list = "signal_type,value,member,category\n"
        + "pdq," + PDQ + ",m-1,a1\n"
        + "sha256," + SHA256 + ",\"m, 2\",\n";
    assertThat(lines(read(list)))
        .containsExactly("pdq " + PDQ + " m-1 a1", "sha256 " + SHA256 + " m, 2 null");
  }

  @Test
  void csv_twoColumns_memberIsTheLine() throws IOException {
    assertThat(lines(read("signal_type,value\r\nmd5," + MD5 + "\r\n")))
        .containsExactly("md5 " + MD5 + " line-2 null");
  }

  @Test
  void csv_columnsInAnotherOrder_areFoundByName() throws IOException {
    assertThat(lines(read("\uFEFFmember,value,signal_type\nm-1," + MD5 + ",md5\n")))
        .containsExactly("md5 " + MD5 + " m-1 null");
  }

  @Test
  void csv_lineBreakInQuotes_laterLinesKeepTheirNumber() {
    String list = "signal_type,value,member\nmd5," + MD5 + ",\"a\nb\"\nmd5,zz,c\n";
    assertThat(badLines(list)).singleElement().extracting(BadLine::line).isEqualTo(4L);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          signal_type,value,colour     | the name of column 3 is unknown: rename or remove the column; known are signal_type, value, member, category, source, status, quality, note, metadata
          signal_type,value,value      | column 'value' stands twice
          signal_type,member           | column 'value' is missing: name it in the first line; known are signal_type, value, member, category, source, status, quality, note, metadata
          value,member                 | column 'signal_type' is missing: name it in the first line; known are signal_type, value, member, category, source, status, quality, note, metadata
          signal_type                  | column 'value' is missing: name it in the first line; known are signal_type, value, member, category, source, status, quality, note, metadata
          Signal_Type,value            | the name of column 1 is unknown: rename or remove the column; known are signal_type, value, member, category, source, status, quality, note, metadata
          """)
  void csv_badHeader_isNamed(String header, String reason) {
    assertThat(badLines(header + "\n"))
        .extracting(BadLine::line, BadLine::reason)
        .contains(tuple(1L, reason));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          md5                    | expected 3 columns, found 1
          md5,x,y,z              | expected 3 columns, found 4
          md5,,m                 | empty value
          photodna,00,m          | unknown signal type; known are pdq, md5, sha1, sha256
          MD5,00,m               | unknown signal type; known are pdq, md5, sha1, sha256
          md5,00,m               | not a md5 signal: expected 32 hex digits, found 2 characters
          md5,g41d8cd98f00b204e9800998ecf8427e,m| not a md5 signal: character 1 is not a hex digit
          """)
  void csv_badRow_isReportedWithItsLine(String row, String reason) {
    String list = "signal_type,value,member\nmd5," + MD5 + ",m\n" + row + "\n";
    assertThat(badLines(list))
        .extracting(BadLine::line, BadLine::reason)
        .containsExactly(tuple(3L, reason));
  }

  @Test
  void defect_ofALine_hasAStableNameAndWhatItsSentenceNames() {
    assertThat(badLines("signal_type,value\nmd5,00\n"))
        .extracting(BadLine::flaw)
        .containsExactly(new Flaw(
            "not-a-signal",
            List.of("md5", "2"),
            "not a md5 signal: expected 32 hex digits, found 2 characters"));
    assertThat(badLines("signal_type,value,colour\n"))
        .extracting(bad -> bad.flaw().defect())
        .containsExactly("unknown-column");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", ",\n", "\"\",\"\"\n", "\r\n,,,\r\n"})
  void csv_rowsWithoutText_sayNothing(String empty) throws IOException {
    assertThat(lines(read("signal_type,value\n" + empty + "md5," + MD5 + "\n")))
        .singleElement()
        .asString()
        .startsWith("md5 " + MD5);
  }

  @Test
  void csv_textAfterClosingQuote_isReportedWithTheLineBefore() {
    assertThat(badLines("signal_type,value\nmd5," + MD5 + "\nmd5,\"" + MD5 + "\"x\n"))
        .singleElement()
        .extracting(BadLine::line)
        .isEqualTo(2L);
  }

  @Test
  void csv_quoteNeverClosed_doesNotSwallowTheRowsAfterIt() {
    String list = "signal_type,value,member\nmd5," + MD5 + ",m\nmd5," + MD5 + ",\"n\nmd5,zz,o\n";
    assertThat(badLines(list))
        .extracting(BadLine::line, BadLine::reason)
        .containsExactly(tuple(3L, "a quoted field that begins in this row is never closed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a", "\"", "\"a\"\"", "\"a\n", "\"\"\""})
  void csv_textEndsInQuotes_isRefused(String member) {
    assertThat(badLines("signal_type,value,member\nmd5," + MD5 + "," + member)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '\'', delimiter = '|', textBlock = """
          "a"     | a
          "a""b"  | a"b
          \"""a\"\""| "a"
          "a,b"   | a,b
          a"b     | a"b
          """)
  void csv_quotesThatClose_areRead(String member, String name) throws IOException {
    assertThat(read("signal_type,value,member\nmd5," + MD5 + "," + member).entries())
        .singleElement()
        .extracting(HashListEntry::member)
        .isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d41d8cd98f00b204e9800998ecf8427",
        "d41d8cd98f00b204e9800998ecf8427e ",
        " d41d8cd98f00b204e9800998ecf8427e",
        "0xd41d8cd98f00b204e9800998ecf8427e",
        "g41d8cd98f00b204e9800998ecf8427e",
        "md5: d41d8cd98f00b204e9800998ecf8427e",
        "MD5:d41d8cd98f00b204e9800998ecf8427e",
        "sha256:d41d8cd98f00b204e9800998ecf8427e",
        "md5:",
        " "
      })
  void plain_badLine_isReportedWithItsNumber(String line) {
    assertThat(badLines(MD5 + "\n" + line + "\n" + MD5 + "\n"))
        .singleElement()
        .extracting(BadLine::line)
        .isEqualTo(2L);
  }

  @Test
  void plain_malformedUtf8_isReportedWithItsLine() {
    byte[] list = (MD5 + "\nmd5:?\n").getBytes(StandardCharsets.UTF_8);
    list[list.length - 2] = (byte) 0xff;
    assertThat(badLines(list))
        .extracting(BadLine::line, BadLine::reason)
        .containsExactly(tuple(2L, "not UTF-8"));
  }

  @Test
  void csv_malformedUtf8_isReportedWithItsLine() {
    byte[] list =
        ("signal_type,value,member\nmd5," + MD5 + ",?\n").getBytes(StandardCharsets.UTF_8);
    list[list.length - 2] = (byte) 0xff;
    assertThat(badLines(list))
        .extracting(BadLine::line, BadLine::reason)
        .containsExactly(tuple(2L, "not UTF-8"));
  }

  @Test
  void reasons_neverRepeatTheValue() {
    assertThat(badLines("secret-value\nmd5:secret-value\n"))
        .hasSize(2)
        .noneMatch(bad -> bad.reason().contains("secret"));
  }

  @Test
  void manyBadLines_twentyAreListedAndTheRestCounted() {
    assertThatExceptionOfType(MalformedHashListException.class)
        .isThrownBy(() -> read("zz\n".repeat(25)))
        .satisfies(e -> assertThat(e.badLines()).hasSize(20))
        .satisfies(e -> assertThat(e.untold()).isEqualTo(5))
        .satisfies(e -> assertThat(e.list()).isEqualTo("test"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing yet\n", "\n\n", "signal_type,value\n", "\uFEFF"})
  void listWithoutEntries_isRefused(String text) {
    assertThatExceptionOfType(UnusableHashListException.class)
        .isThrownBy(() -> read(text))
        .extracting(UnusableHashListException::defect)
        .isEqualTo(Defect.NO_ENTRIES);
  }

  @Test
  void missingFile_isRefused(@TempDir Path directory) {
    assertThat(defect(directory.resolve("none.txt"))).isEqualTo(Defect.NOT_FOUND);
  }

  @Test
  void directory_isRefused(@TempDir Path directory) {
    assertThat(defect(directory)).isEqualTo(Defect.IS_A_DIRECTORY);
  }

  @Test
  void file_isNamedByItsPathAsGiven(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("a.txt"), MD5);
    assertThat(reader.read(file, ReadingTerms.STRICT).name()).isEqualTo(file.toString());
  }

  private Defect defect(Path file) {
    try {
      throw new AssertionError(reader.read(file, ReadingTerms.STRICT));
    } catch (UnusableHashListException e) {
      return e.defect();
    }
  }

  private List<BadLine> badLines(String text) {
    return badLines(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<BadLine> badLines(byte[] bytes) {
    try {
      throw new AssertionError(
          reader.read("test", new ByteArrayInputStream(bytes), ReadingTerms.STRICT));
    } catch (MalformedHashListException e) {
      return e.badLines();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private HashList read(String text) throws IOException {
    return reader.read(
        "test",
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        ReadingTerms.STRICT);
  }

  private static List<String> lines(HashList list) {
    return list.entries().stream()
        .map(entry -> String.join(
            " ",
            entry.signal().type().id(),
            entry.signal().text(),
            entry.member(),
            String.valueOf(entry.category())))
        .toList();
  }
}
