package org.vigie.server.review.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Cohen's kappa of two people's verdicts on the same cases.
final class ReviewerAgreementTest {
  @Test
  void kappa_ofPublishedExamples_isAsPublished() {
    assertThat(kappa(20, 5, 10, 15)).isCloseTo(0.40, within(0.00005));
    assertThat(kappa(45, 15, 25, 15)).isCloseTo(0.1304, within(0.00005));
    assertThat(kappa(25, 35, 5, 35)).isCloseTo(0.2593, within(0.00005));
    assertThat(ReviewerAgreement.of(List.of()).kappa()).isEmpty();
    assertThat(
            ReviewerAgreement.of(List.of(new ReviewerAgreement.Pair("a", "a"))).kappa())
        .isEmpty();
  }

  private static double kappa(int bothYes, int yesNo, int noYes, int bothNo) {
    List<ReviewerAgreement.Pair> pairs = new ArrayList<>();
    pairs.addAll(Collections.nCopies(bothYes, new ReviewerAgreement.Pair("yes", "yes")));
    pairs.addAll(Collections.nCopies(yesNo, new ReviewerAgreement.Pair("yes", "no")));
    pairs.addAll(Collections.nCopies(noYes, new ReviewerAgreement.Pair("no", "yes")));
    pairs.addAll(Collections.nCopies(bothNo, new ReviewerAgreement.Pair("no", "no")));
    return ReviewerAgreement.of(pairs).kappa().orElseThrow();
  }
}
