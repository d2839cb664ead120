package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.vigie.server.ServerTest;
import org.vigie.server.scan.ScanWorld;

/// What a reviewer is told before a decision, and asked twice.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class DecidePagesTest {
  private static final Pattern CONFIRMED = Pattern.compile("name=\"confirmed\" value=\"([^\"]+)\"");

  private final ReviewScene scene;

  @Autowired
  DecidePagesTest(ReviewScene scene) {
    this.scene = scene;
  }

  @Test
  void measure_againstOwnStaffInALargeRoom_isPreviewedAndConfirmedASecondTime() throws Exception {
    scene.noticed("walter", scene.snapshot("""
        "account": {"reference": "walter", "staff": true, "language": "fr-CA"},
        "room": {"reference": "r-1", "members": 12345}"""));
    long id = scene.casesOf("walter").getFirst();
    String address = "/review/cases/" + id;
    ReviewScene.Reviewer vera = scene.reviewer("Vera Example");
    scene.send(address + "/claim", vera);
    MockHttpServletResponse page = scene.open(address, vera);
    assertThat(page.getContentAsString())
        .contains(
            "0 violations before that stand, within 365 days",
            "The policy recommends",
            "The room has 12,345 members.",
            "a été signalé",
            "[[ce que cela montre ou dit]]");
    String version = ReviewScene.version(page);

    MockHttpServletResponse unfilled =
        decide(vera, address, version, "verdict", "remove", "Parce que [[quoi]].");
    assertThat(unfilled.getStatus()).isEqualTo(422);
    assertThat(unfilled.getContentAsString())
        .contains("Replace what stands in double brackets: [[quoi]]");
    MockHttpServletResponse asked =
        decide(vera, address, version, "verdict", "remove", "Une insulte.");
    assertThat(asked.getStatus()).isEqualTo(422);
    assertThat(asked.getContentAsString())
        .contains(
            "Nothing is decided yet",
            "messenger’s own people",
            "suspend (account) (3 days): walter",
            "remove (content)",
            "Une insulte.");
    assertThat(scene.state(id)).isEqualTo("CLAIMED");
    Matcher confirmed = CONFIRMED.matcher(asked.getContentAsString());
    assertThat(confirmed.find()).isTrue();
    decide(vera, address, version, "confirmed", confirmed.group(1), "Une insulte.");
    assertThat(scene.state(id)).isIn("PENDING", "DECIDED");
  }

  private MockHttpServletResponse decide(
      ReviewScene.Reviewer by,
      String address,
      String version,
      String field,
      String value,
      String explanation)
      throws Exception {
    return scene.send(
        address + "/decide",
        by,
        "version",
        version,
        field,
        value,
        "category",
        "petty-content",
        "account",
        "suspend",
        "days",
        "3",
        "ground",
        "terms",
        "reference",
        "4.2",
        "explanation",
        explanation);
  }
}
