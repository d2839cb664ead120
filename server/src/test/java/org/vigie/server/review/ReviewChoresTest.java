package org.vigie.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.vigie.server.ServerTest;
import org.vigie.server.frame.BackgroundWork;

/// The chores of the background.
@ServerTest
final class ReviewChoresTest {
  private final Map<String, BackgroundWork> works;

  @Autowired
  ReviewChoresTest(Map<String, BackgroundWork> works) {
    this.works = works;
  }

  @Test
  void chores_haveAThreadEach_soThatAFailingOneSkipsNone() {
    assertThat(works)
        .containsKeys(
            "decisionSettling",
            "claimExpiry",
            "caseEscalation",
            "overdueDecisionsCount",
            "eventRedelivery");
  }
}
