package org.vigie.server.review.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Cohen's kappa of what two people said of the same.
final class AgreementTest {
  @Test
  void kappa_ofPublishedExamples_isAsPublished() {
    assertThat(kappa(20, 5, 10, 15)).isCloseTo(0.40, within(0.00005));
    assertThat(kappa(45, 15, 25, 15)).isCloseTo(0.1304, within(0.00005));
    assertThat(kappa(25, 35, 5, 35)).isCloseTo(0.2593, within(0.00005));
    assertThat(Agreement.of(List.of()).kappa()).isEmpty();
    assertThat(Agreement.of(List.of(new Agreement.Pair("a", "a"))).kappa()).isEmpty();
  }

  private static double kappa(int bothYes, int yesNo, int noYes, int bothNo) {
    List<Agreement.Pair> pairs = new ArrayList<>();
    pairs.addAll(Collections.nCopies(bothYes, new Agreement.Pair("yes", "yes")));
    pairs.addAll(Collections.nCopies(yesNo, new Agreement.Pair("yes", "no")));
    pairs.addAll(Collections.nCopies(noYes, new Agreement.Pair("no", "yes")));
    pairs.addAll(Collections.nCopies(bothNo, new Agreement.Pair("no", "no")));
    return Agreement.of(pairs).kappa().orElseThrow();
  }
}
