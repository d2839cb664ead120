package org.vigie.server.policy.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.comparing.CatalogueChanges.Change;
import org.vigie.server.policy.comparing.CatalogueChanges.FieldChange;
import org.vigie.server.policy.comparing.CatalogueChanges.Kind;
import org.vigie.server.policy.revising.FirstRevision;
import org.vigie.server.policy.text.PolicyReader;

/// The changes of an edit.
final class CatalogueChangesTest {
  private static final String TEXT = FirstRevision.text();

  private static CatalogueChanges changesTo(String after) {
    return CatalogueChanges.between(
        PolicyReader.read(TEXT, new PolicyRevision(1)),
        PolicyReader.read(after, new PolicyRevision(2)));
  }

  @Test
  void changes_ofAComment_areNone() {
    assertThat(changesTo("# a comment\n" + TEXT).isEmpty()).isTrue();
  }

  @Test
  void changes_ofAKey_areOneAddedAndOneRemoved() {
    assertThat(changesTo(TEXT.replace(" phishing\n", " angling\n")).categories())
        .map(change -> change.kind() + " " + change.key())
        .containsExactly("ADDED angling", "REMOVED phishing");
  }

  @Test
  void changes_ofOneValue_sayWhatItWasAndIs() {
    String after = TEXT.replace(
        "confirmation: {exact: automatic, perceptual: human}",
        "confirmation: {exact: automatic, perceptual: automatic}");
    assertThat(changesTo(after).categories())
        .hasSize(2)
        .first()
        .isEqualTo(new Change(
            "child-sexual-abuse-material",
            Map.of(
                Language.EN,
                "Child sexual abuse material",
                Language.FR,
                "Contenus d’abus sexuels sur mineurs"),
            Kind.CHANGED,
            List.of(new FieldChange("confirmation.perceptual", "human", "automatic"))));
  }

  @Test
  void changes_ofWhatHoldsForEveryReview_areChangesToo() {
    String after = TEXT.replace("{strikes: 1, account: ban}", "{strikes: 2, account: ban}")
        .replace("large-room: 1000\n", "large-room: 500\n");
    assertThat(changesTo(after).review())
        .singleElement()
        .extracting(Change::fields)
        .asInstanceOf(InstanceOfAssertFactories.list(FieldChange.class))
        .containsExactly(
            new FieldChange("large-room", "1000", "500"),
            new FieldChange(
                "strikes.ladders.severity.critical",
                "0: suspend 30, 1: ban",
                "0: suspend 30, 2: ban"));
  }

  @Test
  void changes_ofAClock_sayItsTerm() {
    assertThat(changesTo(TEXT.replace("within: PT1H", "at-least: PT2H")).clocks())
        .singleElement()
        .extracting(Change::fields)
        .asInstanceOf(InstanceOfAssertFactories.list(FieldChange.class))
        .containsExactly(
            new FieldChange("at-least", "", "PT2H"), new FieldChange("within", "PT1H", ""));
  }
}
