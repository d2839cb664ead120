package org.vigie.hashlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists that are used without their bad lines.
final class SkippedLinesTest {
  private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
  private static final ReadingTerms SKIP = ReadingTerms.of("", true).orElseThrow();

  @Test
  void badLine_ofMany_isSkippedCountedAndListed() {
    String list = (MD5 + "\n").repeat(50) + "zz\n" + MD5 + "\n";
    ListText read = ListText.of(list, SKIP);
    assertThat(read.isUsable()).isTrue();
    assertThat(read.entries()).hasSize(51);
    assertThat(read.bad()).containsExactly("51 wrong-length");
    assertThat(read.reading().badCount()).isEqualTo(1);
    assertThat(ListText.of(list).isUsable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "11, 10, true",
    "10, 10, false",
    "100, 11, false",
    "1089, 11, true",
    "1090, 11, true",
    "9900, 100, true",
    "9900, 101, false",
    "1, 1, false",
    "2, 1, true"
  })
  void limit_isOneOfAHundredOrTenAndFewerThanAreGood(int good, int bad, boolean usable) {
    ListText list = ListText.of((MD5 + "\n").repeat(good) + "zz\n".repeat(bad), SKIP);
    assertThat(list.isUsable()).isEqualTo(usable);
    if (!usable) {
      assertThat(list.bad()).startsWith((good + 1) + " too-many-to-skip");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "signal_type,value,colour\nmd5,<M>,a\n",
        "signal_type,value\nmd5,<M>\nmd5,<M>\nmd5,\"<M>\n",
        "signal_type,value\nmd5,<M>\nmd5,<M>\nmd5,\"<M>\"x\n",
        "{\"value\":[{\"MD5\":\"<M>\"},{\"MD5\":\"<M>\"},{\"MD5\":\"<M>\"",
        "\"zz\n"
      })
  void defectOfTheWholeList_isNeverSkipped(String text) {
    assertThat(ListText.of(text.replace("<M>", MD5), SKIP).isUsable()).isFalse();
  }

  @Test
  void vicsEntry_isSkippedByItsPlace() {
    String one = "{\"MD5\":\"" + MD5 + "\"}";
    String list = "{\"value\":[" + String.join(",", List.of(one, "{}", one)) + "]}";
    ListText read = ListText.of(list, SKIP);
    assertThat(read.lines()).extracting(line -> line.charAt(0)).containsExactly('1', '3');
    assertThat(read.bad()).containsExactly("2 missing-md5");
  }
}
