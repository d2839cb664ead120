package org.vigie.server.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.server.policy.web.LineDiff.Kind;
import org.vigie.server.policy.web.LineDiff.Line;

/// The comparison of two texts.
final class LineDiffTest {
  @Property(tries = 500)
  void lines_ofAnyTexts_giveBothBack(
      @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> before,
      @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> after) {
    List<Line> lines = LineDiff.lines(text(before), text(after));
    assertThat(without(Kind.ADDED, lines)).isEqualTo(text(before));
    assertThat(without(Kind.REMOVED, lines)).isEqualTo(text(after));
  }

  private static String text(List<Integer> letters) {
    return letters.stream().map(letter -> "line " + letter + "\n").collect(Collectors.joining());
  }

  private static String without(Kind kind, List<Line> lines) {
    return lines.stream()
        .filter(line -> line.kind() != kind)
        .map(line -> line.text() + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void lines_withOneChanged_areTheOthersAndThatOne() {
    assertThat(LineDiff.lines("a\nb\nc\n", "a\nB\nc\n"))
        .containsExactly(
            new Line(Kind.SAME, 1, "a"),
            new Line(Kind.REMOVED, 2, "b"),
            new Line(Kind.ADDED, 2, "B"),
            new Line(Kind.SAME, 3, "c"));
  }

  @Test
  void groups_ofDistantChanges_areApartWithThreeLinesAround() {
    String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
    String after = before.replace("1\n2\n3", "1\n3").replace("11\n", "11\nx\n");
    assertThat(LineDiff.groups(before, after))
        .map(group -> group.stream().map(Line::text).collect(Collectors.joining(" ")))
        .containsExactly("1 2 3 4 5", "9 10 11 x 12");
  }

  @Test
  void lines_ofLargeTexts_areReplacedWhole() {
    String before = "a\n".repeat(2_500);
    String after = "b\n".repeat(2_500);
    assertThat(LineDiff.lines(before, after))
        .hasSize(5_000)
        .noneMatch(line -> line.kind() == Kind.SAME);
  }
}
