package org.vigie.hashlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Forms that other programs and publishers write. `M`, `S`, `L` and `P` in a text stand for an
/// MD5, SHA-1, SHA-256 and PDQ value.
final class PublishersFormsTest {
  private static final String M = "d41d8cd98f00b204e9800998ecf8427e";
  private static final String S = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
  private static final String L =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String P = "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<M>  a.jpg",
        "<M> *a.jpg",
        "\\<M>  a\\nb.jpg",
        "<M>  name, with; (all) = of: \"it\"",
        "MD5 (a (1).jpg) = <M>",
        "\\MD5 (a\\nb.jpg) = <M>",
        "# made today\n\n<M>  a.jpg",
      })
  void checksums_ofOneFile_areRead(String text) {
    ListText list = ListText.of(fill(text) + "\r\n");
    assertThat(list.entries())
        .singleElement()
        .satisfies(e -> assertThat(e.signal().text()).isEqualTo(M));
    assertThat(list.isUsable()).isTrue();
    assertThat(list.reading().form()).contains(ListForm.CHECKSUMS);
  }

  @Test
  void checksums_ofSeveralKinds_areRecognisedByLength() {
    assertThat(ListText.of(fill("<M>  a\n<S>  a\n<L>  a\nSHA256 (a) = <L>\n")).lines())
        .containsExactly("1 md5:" + M, "2 sha1:" + S, "3 sha256:" + L, "4 sha256:" + L);
  }

  @Test
  void checksums_ofNamesInAnyBytes_areRead() {
    byte[] text = fill("<M>  ?.jpg\n").getBytes(StandardCharsets.UTF_8);
    text[34] = (byte) 0xe9;
    assertThat(ListText.of(text, ReadingTerms.STRICT).lines()).containsExactly("1 md5:" + M);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      <M>  a\\n<M>\\n                        | 2 not-a-checksum
      <M>  a\\n<M>\\ta\\n                    | 2 not-a-checksum
      <M>  a\\n<M>  \\n                      | 2 not-a-checksum
      <M>  a\\n<L><L>  a\\n                  | 2 unsupported-digest
      SHA512 (a) = <L><L>                    | 1 unsupported-digest
      <M>\\n<M>  a\\n                        | 2 wrong-length
      <M>\\n# ok\\n<M>,a\\n                  | 3 wrong-length
      """)
  void lines_unlikeTheFirst_areRefused(String text, String defect) {
    assertThat(ListText.of(fill(text.replace("\\n", "\n").replace("\\t", "\t"))).defects())
        .containsExactly(defect);
  }

  @Test
  void hashdeep_allDigestsOfARow_areOfOneContent() {
    ListText list = ListText.of(fill("""
        %%%% HASHDEEP-1.0
        %%%% size,md5,sha256,tiger,filename
        ## Invoked from: /home/a
        ## $ hashdeep -c md5,sha256,tiger a
        ##
        0,<M>,<L>,00ff,/home/a/b, c.jpg
        """));
    assertThat(list.lines()).containsExactly("6 md5:" + M, "6 sha256:" + L);
    assertThat(list.entries())
        .allSatisfy(each -> assertThat(each.first().text()).isEqualTo(M))
        .allSatisfy(each -> assertThat(each.named()).isFalse());
    assertThat(list.reading().lines()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      %%%% HASHDEEP-1.0\\n%%%% size,tiger,filename\\n1,00,a       | 2 no-digest-column
      %%%% HASHDEEP-1.0\\n1,<M>,a                                 | 2 no-digest-column
      %%%% HASHDEEP-1.0\\n%%%% size,md5,filename\\n1,<M>          | 3 wrong-column-count
      %%%% HASHDEEP-1.0\\n%%%% size,md5,filename\\n1,zz,a         | 3 not-a-signal
      """)
  void hashdeep_withADefect_isRefused(String text, String defect) {
    assertThat(ListText.of(fill(text.replace("\\n", "\n"))).defects()).contains(defect);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"SHA-1\",\"MD5\",\"CRC32\",\"FileName\",\"FileSize\",\"ProductCode\",\"OpSystemCode\","
            + "\"SpecialCode\"\r\n\"<S>\",\"<M>\",\"00\",\"a,\"\"b\"\"\",1,1,\"0\",\"\"\r\n",
        "sha256,sha1,md5,crc32,file_name,file_size,package_id\n,<S>,<M>,00,a,1,1\n",
        "MD5;SHA1\r\n<M>;<S>\r\n;\r\n",
        "\uFEFFmd5\tsha-1\n<M>\t<S>\n",
      })
  void tableOfDigests_isReadByItsColumns(String text) {
    ListText list = ListText.of(fill(text));
    assertThat(list.lines()).containsExactly("2 md5:" + M, "2 sha1:" + S);
    assertThat(list.reading().form()).contains(ListForm.DIGEST_COLUMNS);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      md5,colour\\n<M>,red           | 1 unknown-column
      md5,MD5\\n<M>,<M>              | 1 repeated-column
      md5,sha1\\n<M>                 | 2 wrong-column-count
      md5,size\\n,1                  | 2 empty-value
      md5,sha1\\n<M>,zz              | 2 not-a-signal
      <M>,a.jpg                      | 1 unknown-form
      hello;world                    | 1 unknown-form
      """)
  void table_withADefect_isRefused(String text, String defect) {
    assertThat(ListText.of(fill(text.replace("\\n", "\n"))).defects()).containsExactly(defect);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void ownColumns_withAnySeparator_areRead(String separator) {
    String text = "\uFEFF\"signal_type\",value,member\r\n\"md5\",<M>,\"a,;b\"\r\n,,\r\n";
    String list = fill(text).replace(",", separator).replace("\"a" + separator, "\"a,");
    assertThat(ListText.of(list).lines()).containsExactly("2 md5:" + M);
  }

  @Test
  void emptyRowsBeforeTheHeader_sayNothing() {
    assertThat(ListText.of(fill(";;\r\n\r\nsignal_type;value;member\r\nmd5;<M>;a\r\n"))
            .lines())
        .containsExactly("4 md5:" + M);
  }

  @Test
  void threatexchange_asCsv_isReadWithoutWhatIsHarmless() {
    ListText list = ListText.of(fill("""
        collab,signal_type,signal_str,category,tags\r
        Sample Data,pdq,<P>,POSITIVE_CLASS,a b\r
        Sample Data,video_md5,<M>,INVESTIGATION_SEED,\r
        Sample Data,pdq,<P>,NEGATIVE_CLASS,\r
        """));
    assertThat(list.lines()).containsExactly("2 pdq:" + P, "3 md5:" + M);
    assertThat(list.reading().leftOut()).isEqualTo(Map.of(LeftOut.KNOWN_HARMLESS, 1L));
    assertThat(list.reading().form()).contains(ListForm.THREATEXCHANGE);
  }

  @Test
  void threatexchange_asLines_isRead() {
    assertThat(ListText.of(fill("pdq <P>\nvideo_md5 <M> SignalMetadata(tags=[])\n"))
            .lines())
        .containsExactly("1 pdq:" + P, "2 md5:" + M);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '^', delimiter = '|', textBlock = """
      'Sample, Data' pdq <P> x       | 1 named-collaboration
      pdq <P>\\nurl http://a         | 2 unknown-signal-type
      pdq <P>\\npdq                  | 2 not-of-threatexchange
      pdq 12 a                       | 1 not-a-signal
      """)
  void threatexchange_withADefect_isRefused(String text, String defect) {
    assertThat(ListText.of(fill(text.replace("\\n", "\n"))).defects()).contains(defect);
  }

  @Test
  void vics_hashSet_isReadWithItsCategoryAndWhatIsLeftOutIsCounted() {
    ListText list = ListText.of(fill("""
        \uFEFF{"@odata.context":"http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/US/$metadata#Media",
        "value":[
        {"MediaID":1,"Category":1,"MD5":"<M>","SHA1":"<S>","PhotoDNA":"AAAA","Tags":null},
        {"MediaID":2,"Category":0,"MD5":"<M>"},
        {"Exifs":[{"MD5":"zz"}],"MediaFiles":[{"MD5":"zz","FileName":"a"}],"MD5":"<M>","SHA1":null,
         "AlternativeHashes":[{"HashName":"x","HashValue":"y"}],"Category":"2"}]}"""));
    assertThat(list.lines())
        .containsExactly("1 md5:" + M + " 1", "1 sha1:" + S + " 1", "3 md5:" + M + " 2");
    assertThat(list.reading().leftOut())
        .isEqualTo(
            Map.of(LeftOut.PHOTO_DNA, 1L, LeftOut.CATEGORY_ZERO, 1L, LeftOut.OTHER_HASHES, 1L));
    assertThat(list.reading().form()).contains(ListForm.VICS);
  }

  @Test
  void vics_cases_areReadMediaByMedia() {
    assertThat(ListText.of(fill("""
        {"odata.metadata":"http://github.com/ICMEC/ProjectVic/DataModels/1.3.xml#Cases","value":[
        {"CaseID":"a","Media":[{"MD5":"<M>","Category":1},{"MD5":"<M>","Category":2}]},
        {"Media":[{"MD5":"<M>"}],"CaseID":"b"}]}""")).lines())
        .containsExactly("1 md5:" + M + " 1", "2 md5:" + M + " 2", "3 md5:" + M);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"value":[{"MD5":"<M>"},{"SHA1":"<S>"}]}              | 2 missing-md5
      {"value":[{"SHA1":"<S>"},{"MD5":"<M>"}]}              | 1 missing-md5
      {"value":[{"MD5":"<M>"},7]}                           | 2 missing-md5
      {"value":[{"MD5":"<M>"},{"MD5":["<M>"]}]}             | 2 not-a-signal
      {"value":[{"MD5":"<M>","SHA1":"zz"}]}                 | 1 not-a-signal
      {"value":[{"MD5":"<M>","MD5":"<M>"}]}                 | 1 field-twice
      {"value":[{"MD5":"<M>","Category":"a"}]}              | 1 bad-category
      {"value":[{"MD5":"<M>"}]                              | 1 broken-json
      {"value":[{"MD5":"<M>"}                               | 1 broken-json
      {"value":[{"MD5":"<M>"}]}}                            | 1 broken-json
      {"value":[{"MD5":"<M>"}]} []                          | 1 broken-json
      {"signals":[]}                                        | 1 unknown-json
      [{"signals":[{"type":"md5","value":"<M>"}]}]          | 1 unknown-json
      {"value":[]}                                          | 1 unknown-json
      {                                                     | 1 broken-json
      """)
  void json_withADefect_isRefused(String text, String defect) {
    assertThat(ListText.of(fill(text)).defects()).contains(defect);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE,utf-16", "UTF-16BE,utf-16", "UTF-16,utf-16"})
  void wideText_isNamed(String charset, String defect) throws Exception {
    byte[] text = "signal_type,value\r\n".getBytes(Charset.forName(charset));
    assertThat(ListText.of(text, ReadingTerms.STRICT).defects()).containsExactly("1 " + defect);
  }

  @ParameterizedTest
  @CsvSource({"504b0304,compressed", "1f8b08,compressed", "53514c69746520666f726d61742033,database"
  })
  void fileThatIsNoText_isNamed(String begins, String defect) {
    byte[] bytes = java.util.HexFormat.of().parseHex(begins);
    assertThat(ListText.of(bytes, ReadingTerms.STRICT).defects()).containsExactly("1 " + defect);
  }

  @Test
  void lineWithoutEnd_costsNoMemoryAndIsRefused() {
    assertThat(ListText.of("a".repeat(1_000_000)).defects()).containsExactly("1 line-too-long");
  }

  private static String fill(String text) {
    return text.replace("<M>", M).replace("<S>", S).replace("<L>", L).replace("<P>", P);
  }
}
