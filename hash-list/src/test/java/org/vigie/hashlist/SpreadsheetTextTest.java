package org.vigie.hashlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
  private static final String SIGNS = "=+-@\t\r\n＝＋－＠";
  private static final String ALPHABET = SIGNS + "';,\" a1|(";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "=1+1, '=1+1",
        "+33 1, '+33 1",
        "-2, '-2",
        "@SUM(A1), '@SUM(A1)",
        "＝1+1, '＝1+1",
        "'=1, ''=1",
        "` =1`, `' =1`",
        "\"=1, '\"=1",
        "seen;=1+1, seen;'=1+1",
        "d'accord, d'accord",
        "'quoted', 'quoted'",
        "1+1=2, 1+1=2",
        "case-17, case-17"
      })
  void guard_text_isReadBackTheSame(String text, String cell) {
    assertThat(SpreadsheetText.guard(text)).isEqualTo(cell);
    assertThat(SpreadsheetText.read(cell)).isEqualTo(text);
  }

  @Test
  void guard_tabAndLineBreak_areGuardedToo() {
    assertThat(SpreadsheetText.guard("\t=1")).isEqualTo("'\t'=1");
    assertThat(SpreadsheetText.guard("a\n=1")).isEqualTo("a\n'=1");
    assertThat(SpreadsheetText.guard("\r")).isEqualTo("'\r");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void guard_anyText_isReadBackAndExecutedWithNoSeparator(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random);
      String cell = SpreadsheetText.guard(text);
      assertThat(SpreadsheetText.read(cell)).as("seed %d", seed).isEqualTo(text);
      for (String separators : List.of("", ";", "\t", ";\t\r\n")) {
        assertThat(cells(cell, separators))
            .as("seed %d, cut at %s: %s", seed, separators, cell)
            .noneMatch(SpreadsheetTextTest::isFormula);
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(9);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /// Returns the cells for a program that ignores quotes and cuts at separators.
  private static List<String> cells(String cell, String separators) {
    List<String> cells = new ArrayList<>();
    StringBuilder present = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (separators.indexOf(c) >= 0) {
        cells.add(present.toString());
        present.setLength(0);
      } else {
        present.append(c);
      }
    }
    cells.add(present.toString());
    return cells;
  }

  /// Quotes and spaces before a sign hide nothing from a program that takes them away.
  private static boolean isFormula(String cell) {
    int at = 0;
    while (at < cell.length() && (cell.charAt(at) == '"' || cell.charAt(at) == ' ')) {
      at++;
    }
    return at < cell.length() && SIGNS.indexOf(cell.charAt(at)) >= 0;
  }
}
