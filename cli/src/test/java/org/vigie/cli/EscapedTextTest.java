package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EscapedTextTest {
  @Test
  void text_withoutControlCharacters_stays() {
    assertThat(EscapedText.of("façade 東京 🏳️‍🌈.jpg")).isEqualTo("façade 東京 🏳️‍🌈.jpg");
  }

  @Test
  void controlCharacters_areWrittenOut() {
    assertThat(EscapedText.of("a\tb\nc\rd\\e\u001bf\u0085g\u2028h"))
        .isEqualTo("a\\tb\\nc\\rd\\\\e\\u001bf\\u0085g\\u2028h");
  }

  @Test
  void directionOverride_isWrittenOut() {
    assertThat(EscapedText.of("gpj.\u202eexe")).isEqualTo("gpj.\\u202eexe");
  }

  @Test
  void loneSurrogate_isWrittenOut() {
    assertThat(EscapedText.of("a\ud800b")).isEqualTo("a\\ud800b");
  }

  @Property
  void anyText_hasNoControlCharacterLeft(@ForAll String text) {
    assertThat(EscapedText.of(text).chars().filter(Character::isISOControl)).isEmpty();
  }

  @Property
  void anyTwoTexts_sameEscapedOnlyIfEqual(@ForAll String a, @ForAll String b) {
    assertThat(EscapedText.of(a).equals(EscapedText.of(b))).isEqualTo(a.equals(b));
  }
}
