package org.vigie.server.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.DsaCategory;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Sanction;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.revising.FirstRevision;

/// The promises of the catalogue that comes with Vigie.
final class DefaultPolicyTest {
  private static final PolicyCatalogue CATALOGUE =
      PolicyReader.read(FirstRevision.text(), new PolicyRevision(1));

  @Test
  void generalCategories_together_nameEveryKeywordOfTheTree() {
    for (DsaCategory dsa : DsaCategory.values()) {
      List<String> withoutOther = dsa.keywords().stream()
          .filter(k -> !k.equals(DsaCategory.KEYWORD_OTHER))
          .toList();
      assertThat(CATALOGUE.categories().stream()
              .filter(category -> category.dsaCategory().equals(dsa.code()))
              .findFirst()
              .orElseThrow()
              .dsaKeywords())
          .as(dsa.code())
          .containsExactlyElementsOf(withoutOther);
    }
  }

  @Test
  void matching_everywhere_isRadius31AndQuality50() {
    assertThat(CATALOGUE.categories())
        .allSatisfy(
            category -> assertThat(category.matching()).isEqualTo(new Category.Matching(31, 50)));
  }

  @Test
  void perceptualMatches_inEveryCategory_waitForAPerson() {
    assertThat(CATALOGUE.categories()).map(Category::perceptual).containsOnly(Confirmation.HUMAN);
  }

  @Test
  void exactMatches_actAloneOnlyOnKnownChildAbuseMaterial() {
    assertThat(CATALOGUE.categories())
        .filteredOn(category -> category.exact() == Confirmation.AUTOMATIC)
        .map(category -> category.key().value())
        .containsExactly("child-sexual-abuse-material", "child-sexual-abuse-material-synthetic");
  }

  /// A year after a CyberTipline report, 18 U.S.C. 2258A(h); six months, Regulation (EU)
  /// 2021/784, Art. 6; six months to complain, Regulation (EU) 2022/2065, Art. 20(1).
  @Test
  void evidence_byCategory_isKeptAtLeastAsLongAsTheLawsSay() {
    assertThat(Stream.of(
            "child-sexual-abuse-material",
            "child-sexual-abuse-material-synthetic",
            "grooming",
            "human-trafficking"))
        .allMatch(key -> days(key) >= 366);
    assertThat(days("terrorist-content")).isBetween(184, 365);
    assertThat(days("phishing")).isEqualTo(365);
  }

  @Test
  void dangerToLife_isUrgent_andAnswersDespairWithNeitherAnAgeLimitNorASanction() {
    assertThat(List.of("suicide-announced", "threat-to-life")).allSatisfy(key -> {
      Category category = CATALOGUE.find(new CategoryKey(key)).orElseThrow();
      assertThat(CATALOGUE.review().of(category.key()).danger()).isTrue();
      assertThat(CATALOGUE.review().of(category.key()).clock()).contains("danger-to-life");
      assertThat(category.measures().get(Surface.PUBLIC)).isEqualTo(ContentMeasure.QUARANTINE);
    });
    assertThat(CATALOGUE
            .review()
            .strikes()
            .recommended(new CategoryKey("suicide-announced"), Severity.CRITICAL, 9))
        .isEqualTo(new Sanction.None());
  }

  @Test
  void facts_areOfKnownCategories_inBothLanguages() {
    assertThat(CATALOGUE.review().factsOf(new CategoryKey("phishing"), Language.FR))
        .contains("il imite un service connu");
    assertThat(CATALOGUE.review().factsOf(new CategoryKey("violence"), Language.EN))
        .isEmpty();
  }

  private static int days(String key) {
    return CATALOGUE.review().of(new CategoryKey(key)).evidenceDays();
  }

  @Test
  void accounts_byDefault_arePausedByPeopleOnly() {
    assertThat(CATALOGUE.categories())
        .allSatisfy(category -> assertThat(category.measures().values())
            .doesNotContain(ContentMeasure.QUARANTINE_AND_PAUSE_ACCOUNT));
  }
}
