package org.vigie.server.policy.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Clock;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.LegalTerm;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// Reading, and that every defect is named with its place.
@Tag("slow")
final class PolicyReaderTest {
  /// Defects that no small file can show; tested below and with the revisions.
  private static final Set<Defect> ELSEWHERE = EnumSet.of(Defect.TOO_LARGE, Defect.CATEGORY_IN_USE);

  /// One line of `expected.tsv`.
  record Expected(String defect, int line, int column, String path) {
    static Expected parse(String line) {
      String[] cells = line.split("\t", -1);
      return new Expected(
          cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), cells[3]);
    }

    static Expected of(PolicyProblem problem) {
      return new Expected(
          problem.defect().word(), problem.line(), problem.column(), problem.path());
    }
  }

  static Stream<Expected> expected() {
    return new String(PolicyVectors.bytes("expected.tsv"), UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Expected::parse);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void problems_ofAFileWithOneDefect_areThatDefectWithItsPlace(Expected expected) {
    assertThat(PolicyVectors.problems(PolicyVectors.bytes(expected.defect() + ".yaml")))
        .map(Expected::of)
        .containsExactly(expected);
  }

  @Test
  void vectors_together_showEveryDefect() {
    Set<String> shown = expected().map(Expected::defect).collect(Collectors.toSet());
    assertThat(Arrays.stream(Defect.values()).filter(defect -> !ELSEWHERE.contains(defect)))
        .map(Defect::word)
        .allMatch(shown::contains);
  }

  @Test
  void problems_ofAFileWithSeveral_areAllThere() {
    String text = new String(PolicyVectors.bytes("valid.yaml"), UTF_8)
        .replace("radius: 31", "radius: 64")
        .replace("severity: medium", "severity: severe")
        .replace("within: PT1H", "within: soon");
    assertThat(PolicyVectors.problems(text.getBytes(UTF_8)))
        .map(PolicyProblem::defect)
        .containsExactly(Defect.OUT_OF_RANGE, Defect.BAD_TERM, Defect.UNKNOWN_WORD);
  }

  @Test
  void problems_ofAFileBeyondTheLimit_areItsSize() {
    byte[] valid = PolicyVectors.bytes("valid.yaml");
    byte[] large = Arrays.copyOf(valid, 262_145);
    Arrays.fill(large, valid.length, large.length, (byte) '\n');
    assertThat(PolicyVectors.problems(large))
        .map(PolicyProblem::defect)
        .containsExactly(Defect.TOO_LARGE);
    assertThat(PolicyVectors.problems(Arrays.copyOf(large, 262_144))).isEmpty();
  }

  @Test
  void catalogue_ofAValidFile_saysWhatTheFileSays() {
    PolicyCatalogue catalogue = PolicyVectors.read(PolicyVectors.bytes("valid.yaml"));
    assertThat(catalogue.categories()).hasSize(16);
    assertThat(catalogue.find(new CategoryKey("cruelty")))
        .contains(new Category(
            new CategoryKey("cruelty"),
            Map.of(Language.EN, "Cruelty", Language.FR, "Cruauté"),
            "STATEMENT_CATEGORY_ANIMAL_WELFARE",
            List.of("KEYWORD_ANIMAL_HARM", "KEYWORD_OTHER"),
            Severity.HIGH,
            new Category.Matching(20, 60),
            Map.of(
                Surface.PUBLIC, ContentMeasure.QUARANTINE,
                Surface.PRIVATE, ContentMeasure.LABEL,
                Surface.ENCRYPTED, ContentMeasure.NONE),
            Confirmation.AUTOMATIC,
            Confirmation.HUMAN));
    assertThat(catalogue.clocks())
        .containsExactly(new Clock(
            "tco-removal",
            Map.of(Language.EN, "Removal", Language.FR, "Retrait"),
            "Regulation (EU) 2021/784",
            Clock.Bound.WITHIN,
            LegalTerm.parse("PT1H").orElseThrow()));
  }

  @Test
  void category_withoutMatchingAndConfirmation_takesTheUsualAndWaitsForAPerson() {
    Category animals = PolicyVectors.read(PolicyVectors.bytes("valid.yaml"))
        .find(new CategoryKey("animals"))
        .orElseThrow();
    assertThat(animals.matching()).isEqualTo(new Category.Matching(31, 50));
    assertThat(List.of(animals.exact(), animals.perceptual())).containsOnly(Confirmation.HUMAN);
  }

  @Test
  void queues_ofACatalogue_areCalledAsItSays() {
    String text = new String(PolicyVectors.bytes("valid.yaml"), UTF_8)
        + "review: {queues: [{key: minors, names: {en: Minors, fr: Mineurs}}]}\n";
    ReviewRules review = PolicyVectors.read(text.getBytes(UTF_8)).review();
    assertThat(review.queueName("minors", Language.FR)).contains("Mineurs");
    assertThat(review.queueName("critical", Language.FR)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"183, false", "184, true", "3650, true", "3651, false"})
  void evidenceDays_outsideTheirRange_areRefusedWithTheirPlace(String days, boolean fits) {
    String text = new String(PolicyVectors.bytes("valid.yaml"), UTF_8)
        + "review:\n  rules:\n    - category: cruelty\n      evidence-days: " + days + "\n";
    assertThat(PolicyVectors.problems(text.getBytes(UTF_8)))
        .map(PolicyProblem::toString)
        .isEqualTo(
            fits
                ? List.of()
                : List.of(
                    "line 40, column 22, review.rules[0].evidence-days: has to be 184 to 3650"));
  }

  @Property(tries = 300)
  void reading_anyDamagedText_endsWithACatalogueOrProblems(
      @ForAll @IntRange(min = 0, max = 3500) int at,
      @ForAll @IntRange(min = 0, max = 40) int removed,
      @ForAll String inserted) {
    String valid = new String(PolicyVectors.bytes("valid.yaml"), UTF_8);
    int from = Math.min(at, valid.length());
    int to = Math.min(from + removed, valid.length());
    String damaged = valid.substring(0, from) + inserted + valid.substring(to);
    // A failure that is no problem would be another exception here.
    assertThat(Optional.of(PolicyVectors.problems(damaged.getBytes(UTF_8)))).isPresent();
  }
}
