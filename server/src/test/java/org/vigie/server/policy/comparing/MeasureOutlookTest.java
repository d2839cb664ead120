package org.vigie.server.policy.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.RecentMeasures.Counted;
import org.vigie.server.policy.RecentMeasures.Tally;
import org.vigie.server.policy.Severity;

/// Decisions under a changed category.
final class MeasureOutlookTest {
  private static final PolicyRevision KNOWN = new PolicyRevision(1);

  private static Category category(ContentMeasure onPublic) {
    return new Category(
        new CategoryKey("spam"),
        Map.of(Language.EN, "Spam", Language.FR, "Spam"),
        "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
        List.of("KEYWORD_PHISHING"),
        Severity.LOW,
        new Category.Matching(31, 50),
        Map.of(Surface.PUBLIC, onPublic, Surface.PRIVATE, ContentMeasure.LABEL),
        Confirmation.HUMAN,
        Confirmation.HUMAN);
  }

  private static Tally tally(
      int revision, Surface surface, ContentMeasure measure, long decisions) {
    return new Tally(new PolicyRevision(revision), surface, Optional.of(measure), decisions);
  }

  @Test
  void decisions_thatFollowedThePolicy_wouldHaveTakenTheNewMeasure() {
    Counted counted = new Counted(
        List.of(
            tally(1, Surface.PUBLIC, ContentMeasure.QUARANTINE, 7),
            tally(1, Surface.PUBLIC, ContentMeasure.NONE, 2),
            tally(1, Surface.PRIVATE, ContentMeasure.LABEL, 3),
            tally(1, Surface.ENCRYPTED, ContentMeasure.NONE, 4),
            tally(9, Surface.PUBLIC, ContentMeasure.QUARANTINE, 5),
            new Tally(KNOWN, Surface.PUBLIC, Optional.empty(), 6)),
        true);
    PolicyCatalogue policy =
        new PolicyCatalogue(KNOWN, List.of(category(ContentMeasure.QUARANTINE)), List.of());

    MeasureOutlook outlook = MeasureOutlook.of(
        counted,
        revision -> Optional.of(policy).filter(_ -> revision.equals(KNOWN)),
        category(ContentMeasure.DEMOTE));

    assertThat(outlook.rows())
        .containsExactly(
            new MeasureOutlook.Row(ContentMeasure.NONE, 2, 2),
            new MeasureOutlook.Row(ContentMeasure.LABEL, 3, 3),
            new MeasureOutlook.Row(ContentMeasure.DEMOTE, 0, 7),
            new MeasureOutlook.Row(ContentMeasure.QUARANTINE, 7, 0));
    assertThat(outlook.otherwise()).isEqualTo(2);
    assertThat(outlook.unknown()).isEqualTo(4 + 5 + 6);
    assertThat(outlook.more()).isTrue();
  }
}
