package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.server.ServerTest;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;

/// The categories of reports in XARF, row by row of the table in `docs/api/notices.md`, whose rows
/// were written from the specification of XARF and the catalogue that Vigie ships.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class XarfCategoriesTest {
  private static final Path DOCUMENT = Path.of("../docs/api/notices.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(csam|csem|fraud|phishing)` \\| (.*?) \\| `([a-z-]+)` \\|$");
  private static final Pattern WORD = Pattern.compile("`([a-z_]+)`");

  /// All that the specification knows, and some words that it does not.
  private static final Set<String> EXPLOITATION = Set.of(
      "grooming",
      "solicitation",
      "sextortion",
      "trafficking",
      "distribution",
      "production",
      "possession");
  private static final Set<String> FRAUD = Set.of(
      "investment",
      "romance",
      "tech_support",
      "lottery",
      "advance_fee",
      "cryptocurrency",
      "shopping",
      "charity",
      "employment",
      "government_impersonation",
      "other");

  private final PolicyCatalogue policy;

  @Autowired
  XarfCategoriesTest(Policies policies) {
    this.policy = policies.current();
  }

  record Row(String type, String said, String category) {}

  static List<Row> rows() throws Exception {
    return ROW.matcher(Files.readString(DOCUMENT))
        .results()
        .flatMap(XarfCategoriesTest::rows)
        .toList();
  }

  private static Stream<Row> rows(MatchResult row) {
    List<String> words =
        WORD.matcher(row.group(2)).results().map(each -> each.group(1)).toList();
    return (words.isEmpty() ? Stream.of("") : words.stream())
        .map(word -> new Row(row.group(1), word, row.group(3)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void category_ofARowOfTheDocument_isAsItSays(Row row) {
    assertThat(XarfCategories.category(policy, row.type(), row.said()))
        .contains(new CategoryKey(row.category()));
  }

  @Test
  void document_namesEveryWordOfTheSpecification() throws Exception {
    assertThat(said("csem")).containsAll(EXPLOITATION);
    assertThat(said("fraud")).containsAll(FRAUD);
    assertThat(rows()).extracting(Row::type).containsAll(XarfCategories.types());
  }

  private static Set<String> said(String type) throws Exception {
    return rows().stream()
        .filter(row -> row.type().equals(type))
        .map(Row::said)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({
    "csem, never_heard_of, protection-of-minors",
    "csem, '', protection-of-minors",
    "fraud, never_heard_of, scams-and-fraud",
    "fraud, '', scams-and-fraud",
  })
  void category_ofAnUnknownWord_isTheGeneralOneOfTheFamily(
      String type, String said, String category) {
    assertThat(XarfCategories.category(policy, type, said)).contains(new CategoryKey(category));
  }

  @Test
  void category_whereTheCatalogueHasNoNarrowerOne_isTheGeneralOne() {
    PolicyCatalogue general = new PolicyCatalogue(
        policy.revision(),
        policy.categories().stream().filter(category -> isGeneral(category)).toList(),
        policy.clocks());
    assertThat(XarfCategories.category(general, "csem", "grooming"))
        .contains(new CategoryKey("protection-of-minors"));
    assertThat(XarfCategories.category(general, "csem", "trafficking"))
        .contains(new CategoryKey("violence"));
    assertThat(XarfCategories.category(general, "phishing", ""))
        .contains(new CategoryKey("scams-and-fraud"));
  }

  private boolean isGeneral(Category category) {
    return policy.categories().stream()
        .filter(each -> each.dsaCategory().equals(category.dsaCategory()))
        .findFirst()
        .orElseThrow()
        .equals(category);
  }
}
