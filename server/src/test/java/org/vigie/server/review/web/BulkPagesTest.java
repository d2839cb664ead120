package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.scan.MadeUpPolicies;
import org.vigie.server.scan.ScanWorld;

/// Several cases chosen, previewed, decided and taken back on the pages.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class BulkPagesTest {
  private final ReviewScene scene;
  private final MockMvc http;
  private final MadeUpPolicies policies;

  @Autowired
  BulkPagesTest(ReviewScene scene, MockMvc http, MadeUpPolicies policies) {
    this.scene = scene;
    this.http = http;
    this.policies = policies;
  }

  @Test
  void cases_chosen_arePreviewedDecidedAndTakenBack() throws Exception {
    ReviewScene.Reviewer nora = scene.reviewer("Nora Example");
    long first = scene.scanned(71, "bulk-one");
    long second = scene.scanned(72, "bulk-two");
    scene.send("/review/cases/" + second + "/claim", scene.reviewer("Otto Example"));
    String page = scene.open("/review/bulk?all=true&about=bulk-one", nora).getContentAsString();
    String value = value(page, first);
    assertThat(page).contains("checked").doesNotContain("bulk-two");
    assertThat(scene.open("/review/bulk?lang=fr", nora).getContentAsString())
        .contains("Décider plusieurs dossiers");

    MockHttpServletResponse nothing = scene.send(
        "/review/bulk/preview", nora, "verdict", "violation", "category", "petty-content");
    assertThat(nothing.getStatus()).isEqualTo(422);
    assertThat(nothing.getContentAsString())
        .contains("Choose at least one case.", "Choose one of the listed values.");

    String preview = scene
        .send(
            "/review/bulk/preview", nora, "verdict", "none", "cases", value, "cases", second + ":1")
        .getContentAsString();
    assertThat(preview)
        .contains("1 of 2 cases would be decided", "No violation")
        .containsSubsequence(
            "Left out: 1", "1: Somebody else has claimed it.", "Would be decided: 1")
        .contains("name=\"cases\" value=\"" + value + "\"")
        .contains(">No violation: decide 1 case <kbd>y</kbd></button>");
    assertThat(scene.state(first)).isEqualTo("OPEN");

    String done = scene
        .send("/review/bulk/decide", nora, "verdict", "none", "cases", value)
        .getContentAsString();
    assertThat(done).contains("Decided: 1. Left out: 0.");
    assertThat(scene.state(first)).isEqualTo("PENDING");
    String decision = done.replaceAll("(?s).*name=\"decisions\" value=\"([^\"]+)\".*", "$1");
    assertThat(done)
        .containsPattern("data-vanish=\"(8|9|10)\"")
        .containsPattern("take effect in (8|9|10) seconds");
    scene.send("/review/bulk/undo", nora, "decisions", decision);
    assertThat(scene.state(first)).as("claimed for this alone").isEqualTo("OPEN");

    scene.send("/review/cases/" + first + "/claim", nora);
    String again = scene
        .jdbc
        .sql("select case_id || ':' || version from review.review_case where case_id = :case")
        .param("case", first)
        .query(String.class)
        .single();
    String held = scene
        .send("/review/bulk/decide", nora, "verdict", "none", "cases", again)
        .getContentAsString()
        .replaceAll("(?s).*name=\"held\" value=\"([^\"]+)\".*", "$1");
    scene.send("/review/bulk/undo", nora, "decisions", held, "held", held);
    assertThat(scene.state(first)).as("held before").isEqualTo("CLAIMED");
    assertThat(scene
            .send("/review/bulk/preview", nora, "verdict", "none", "cases", "x")
            .getStatus())
        .isEqualTo(400);
  }

  @Test
  void verdict_againstAccounts_isDecidedOnlyByWhoTypesTheNumber() throws Exception {
    ReviewScene.Reviewer ruth = scene.reviewer("Ruth Example");
    long id = scene.scanned(73, "bulk-three");
    String page = scene.open("/review/bulk?all=true&about=bulk-three", ruth).getContentAsString();
    assertThat(page).containsPattern("name=\"content\"[^>]*>\\s*<option value=\"\" selected");
    String[] fields = {
      "verdict", "violation",
      "category", "petty-content",
      "content", "quarantine",
      "account", "suspend",
      "days", "7",
      "ground", "terms",
      "reference", "Rule 3",
      "explanation", "It asks for the PIN of a bank.",
      "cases", value(page, id)
    };
    assertThat(scene.send("/review/bulk/preview", ruth, fields).getContentAsString())
        .contains("Type 1 to confirm", "name=\"typed\"");

    MockHttpServletResponse untyped = scene.send("/review/bulk/decide", ruth, fields);
    assertThat(untyped.getStatus()).isEqualTo(422);
    assertThat(untyped.getContentAsString()).contains("Type the number of cases, 1.");
    assertThat(scene.state(id)).isEqualTo("OPEN");

    String[] typed = Arrays.copyOf(fields, fields.length + 2);
    typed[fields.length] = "typed";
    typed[fields.length + 1] = "1";
    assertThat(scene.send("/review/bulk/decide", ruth, typed).getContentAsString())
        .contains("Decided: 1.");
  }

  @Test
  void filter_withBraces_isKeptInTheAddress() throws Exception {
    ReviewScene.Reviewer pia = scene.reviewer("Pia Example");
    MockHttpServletResponse answer = http.perform(
            get("/review/bulk?about={y}", "{y}").with(pia.signedIn()))
        .andReturn()
        .getResponse();
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getContentAsString()).contains("about=%7By%7D");
  }

  /// Otherwise the whole page could be chosen of cases that the filter should have left out.
  @Test
  void filter_thatNamesNoCategory_isRefused() throws Exception {
    ReviewScene.Reviewer pia = scene.reviewer("Pia Example");

    assertThat(scene.open("/review/bulk?suspected=%7Bx%7D", pia).getStatus()).isEqualTo(400);
  }

  @Test
  void wave_ofAHighSeverity_isListed() throws Exception {
    policies.raiseWave(MadeUpPolicies.PETTY);
    ReviewScene.Reviewer pia = scene.reviewer("Pia Example");
    long id = scene.scanned(74, "bulk-wave");
    policies.restore();
    assertThat(scene.open("/review/bulk?about=bulk-wave", pia).getContentAsString())
        .doesNotContain("value=\"" + id + ":");

    policies.raiseWave(MadeUpPolicies.PETTY);

    assertThat(scene.open("/review/bulk?about=bulk-wave", pia).getContentAsString())
        .contains("value=\"" + id + ":");
  }

  @AfterEach
  void restore() {
    policies.restore();
  }

  private static String value(String page, long id) {
    int at = page.indexOf("value=\"" + id + ":");
    assertThat(at).isPositive();
    return page.substring(at + "value=\"".length(), page.indexOf('"', at + "value=\"".length()));
  }
}
