package org.vigie.hashlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One good list of each format, and damaged copies: with marked secrets at every place, cut
/// anywhere, and with any bytes changed.
final class HostileListsTest {
  private static final String M = "d41d8cd98f00b204e9800998ecf8427e";
  private static final String P = "0123456789abcdef".repeat(4);
  private static final String SECRET = "5ecre7cafe";
  private static final List<ReadingTerms> TERMS =
      List.of(ReadingTerms.STRICT, ReadingTerms.of("sha256", true).orElseThrow());

  static Stream<String> lists() {
    return Stream.of(
        "# by us\n" + M + "\nmd5:" + M + "\n" + P + "\n",
        "signal_type,value,member,category,source,status,quality,note,metadata\nmd5," + M
            + ",a,b,c,active,1,\"n\",{}\n,,,,,,,,\npdq," + P + ",a,,,,,,\n",
        "signal_type;value\r\nmd5;" + M + "\r\n",
        M + "  a.jpg\n" + M + " *b.jpg\nMD5 (a) = " + M + "\n",
        "%%%% HASHDEEP-1.0\n%%%% size,md5,filename\n## a\n1," + M + ",a\n",
        "\"SHA-1\",\"MD5\",\"CRC32\",\"FileName\"\r\n\"\",\"" + M + "\",\"00\",\"a\"\r\n",
        P + ",100,a.jpg\n" + P + ",90,b.jpg\n",
        "{\"@odata.context\":\"x\",\"value\":[{\"MD5\":\"" + M
            + "\",\"Category\":1,\"Tags\":[\"a\"]},{\"MD5\":\"" + M + "\",\"SHA1\":null}]}",
        "collab,signal_type,signal_str,category,tags\r\na,video_md5," + M + ",POSITIVE_CLASS,b\r\n",
        "video_md5 " + M + " x\npdq " + P + "\n");
  }

  @ParameterizedTest
  @MethodSource("lists")
  void list_asItIs_isRead(String list) {
    assertThat(ListText.of(list).isUsable()).as(list).isTrue();
  }

  /// The secret is put in, and instead of each run of letters and digits, at every place.
  @ParameterizedTest
  @MethodSource("lists")
  void secret_atAnyPlace_isNeverRepeated(String list) {
    for (String marked : marked(list)) {
      for (ReadingTerms terms : TERMS) {
        ListText read = ListText.of(marked, terms);
        assertThat(said(read)).as(marked).noneMatch(said -> said.contains(SECRET));
      }
    }
  }

  /// Returns all texts of a reading besides its entries.
  private static List<String> said(ListText read) {
    List<String> said = new ArrayList<>();
    read.reading().badLines().forEach(bad -> {
      said.add(bad.reason());
      said.addAll(bad.flaw().values());
      said.add(bad.flaw().defect());
    });
    said.add(read.reading().toString());
    read.entries().forEach(entry -> said.add(entry.signal().toString()));
    return said;
  }

  private static List<String> marked(String list) {
    List<String> marked = new ArrayList<>();
    for (int at = 0; at <= list.length(); at++) {
      marked.add(list.substring(0, at) + SECRET + list.substring(at));
      marked.add(list.substring(0, at) + "," + SECRET + "," + list.substring(at));
      int end = at;
      while (end < list.length() && Character.isLetterOrDigit(list.charAt(end))) {
        end++;
      }
      marked.add(list.substring(0, at) + SECRET + list.substring(end));
    }
    return marked;
  }

  /// A cut list has the same entries before its last line. The last line may be a shorter valid
  /// value: the first 32 digits of a PDQ value look like MD5.
  @ParameterizedTest
  @MethodSource("lists")
  void list_cutAnywhere_isRefusedOrHoldsWholeLinesOfIt(String list) {
    List<String> whole = ListText.of(list).lines();
    for (int at = 0; at < list.length(); at++) {
      ListText cut = ListText.of(list.substring(0, at));
      if (cut.isUsable()) {
        List<String> lines = cut.lines();
        int before = lines.size() - 1;
        assertThat(lines.subList(0, before))
            .as("cut at %d", at)
            .isEqualTo(whole.subList(0, before));
      }
    }
  }

  /// Without skipping, a list with any bad line is never usable, and with it never silently.
  @ParameterizedTest
  @MethodSource("lists")
  void bytes_changedAtRandom_bringNoException(String list) {
    IntStream.range(0, 2_000).forEach(seed -> {
      byte[] bytes = changed(list, new Random(seed));
      ListText strict = ListText.of(bytes, ReadingTerms.STRICT);
      assertThat(strict.isUsable())
          .as("seed %d", seed)
          .isEqualTo(strict.reading().badCount() == 0 && !strict.entries().isEmpty());
      ListText skipping = ListText.of(bytes, ReadingTerms.of("", true).orElseThrow());
      assertThat(skipping.reading().badCount())
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(strict.reading().badCount());
    });
  }

  private static byte[] changed(String list, Random random) {
    byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bytes_atRandom_areRefused(int seed) {
    Random random = new Random(seed);
    for (int each = 0; each < 200; each++) {
      byte[] bytes = new byte[random.nextInt(3_000)];
      random.nextBytes(bytes);
      assertThat(ListText.of(bytes, ReadingTerms.STRICT).isUsable()).isFalse();
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 10);
  }
}
