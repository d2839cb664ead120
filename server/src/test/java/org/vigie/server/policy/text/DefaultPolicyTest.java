package org.vigie.server.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.DsaCategory;
import org.vigie.server.policy.FirstRevision;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;

/// What the catalogue that comes with Vigie promises.
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

  @Test
  void accounts_byDefault_arePausedByPeopleOnly() {
    assertThat(CATALOGUE.categories())
        .allSatisfy(category -> assertThat(category.measures().values())
            .doesNotContain(Measure.QUARANTINE_AND_PAUSE_ACCOUNT));
  }
}
