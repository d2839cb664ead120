package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearWordTest {
  @ParameterizedTest
  @CsvSource({
    "run, run, 0",
    "urn, run, 1",
    "runn, run, 1",
    "rn, run, 1",
    "ran, run, 1",
    "dcotro, doctor, 2",
    "kitten, sitting, 3",
    "start, run, 5",
    "'', run, 3"
  })
  void slips_ofTwoWords_areCountedEitherWay(String typed, String meant, int slips) {
    assertThat(new NearWord(typed).slips(meant)).isEqualTo(slips);
    assertThat(new NearWord(meant).slips(typed)).isEqualTo(slips);
  }

  @Test
  void among_wordsThatAreNear_keepsTheNearestOnly() {
    assertThat(new NearWord("scon").among(List.of("scan", "scans", "run"))).containsExactly("scan");
    assertThat(new NearWord("bat").among(List.of("cat", "bar"))).containsExactly("bar", "cat");
  }

  @Test
  void among_wordsWithNothingLeft_isEmpty() {
    assertThat(new NearWord("xy").among(List.of("ab"))).isEmpty();
    assertThat(new NearWord("").among(List.of("a"))).isEmpty();
  }
}
