package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// Words are found only as they are written.
final class EnumWordsTest {
  private enum Kind {
    PLAIN,
    SET_ASIDE
  }

  @Test
  void word_ofAConstant_isFoundAgain() {
    assertThat(EnumWords.of(Kind.SET_ASIDE)).isEqualTo("set-aside");
    assertThat(EnumWords.find(Kind.class, "set-aside")).contains(Kind.SET_ASIDE);
    assertThat(EnumWords.stored(Kind.class, "plain")).isEqualTo(Kind.PLAIN);
  }

  @Test
  void word_inAnotherSpelling_isNone() {
    assertThat(EnumWords.find(Kind.class, "SET_ASIDE")).isEmpty();
    assertThat(EnumWords.find(Kind.class, "Plain")).isEmpty();
    assertThat(EnumWords.find(Kind.class, null)).isEmpty();
  }

  @Test
  void word_ofACaller_isRefusedWithAllWords() {
    assertThatThrownBy(() -> EnumWords.read(Kind.class, "kind", "other"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().detail()).isEqualTo("This is one of: plain, set-aside."));
  }
}
