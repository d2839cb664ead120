package org.vigie.server.report.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNameTest {
  private static Optional<String> sent(String name) {
    return FileName.sent(name).map(FileName::value);
  }

  @ParameterizedTest
  @CsvSource({
    "capture d’écran.png, capture d’écran.png",
    "C:\\Users\\Ines\\a.png, a.png",
    "/home/ines/a.png, a.png",
    "<b>x</b>.png, b>.png",
  })
  void sent_withAFolder_isTheNameAlone(String sent, String shown) {
    assertThat(sent(sent)).contains(shown);
  }

  @Test
  void sent_withInvisibleCharacters_isWithoutThem() {
    assertThat(sent("a\u202Egnp.exe\r\n\u0000\uD800")).contains("a gnp.exe");
    assertThat(FileName.sent(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/", "a/", "\u200B"})
  void sent_withNothingToShow_isNone(String sent) {
    assertThat(sent(sent)).isEmpty();
  }

  @Test
  void sent_veryLong_keepsItsBeginningAndEnd() {
    String shown = sent("a".repeat(500) + "😀".repeat(100) + ".jpeg").orElseThrow();
    assertThat(shown.length()).isBetween(FileName.LONGEST - 3, FileName.LONGEST);
    assertThat(shown).startsWith("aaa").endsWith("😀.jpeg").contains("…");
    assertThat(shown.chars().filter(each -> Character.isSurrogate((char) each)).count())
        .isEven();
  }
}
