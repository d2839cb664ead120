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

/// What stays of a decision: for whoever takes it back, and for those who come later.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class TakingBackPagesTest {
  private static final Pattern UNDO = Pattern.compile(
      "action=\"(/review/decisions/[^/]+/undo)\"(?:.|\\n)*?name=\"instead\" value=\"(\\d+)\"");

  private final ReviewScene scene;

  @Autowired
  TakingBackPagesTest(ReviewScene scene) {
    this.scene = scene;
  }

  private MockHttpServletResponse remove(long id, ReviewScene.Reviewer by) throws Exception {
    String address = "/review/cases/" + id;
    return scene.send(
        address + "/decide",
        by,
        "version",
        ReviewScene.version(scene.open(address, by)),
        "verdict",
        "violation",
        "category",
        scene
            .jdbc
            .sql("select category from review.review_case where case_id = :case")
            .param("case", id)
            .query(String.class)
            .single(),
        "content",
        "quarantine",
        "countries",
        "FR DE",
        "account",
        "suspend",
        "days",
        "17",
        "ground",
        "terms",
        "reference",
        "clause 4 <b>",
        "explanation",
        "What the picture shows.");
  }

  @Test
  void decision_takenBack_leavesItsWordsInTheFormAndPutsTheHandedCaseBack() throws Exception {
    long decided = scene.scanned(71, "xavier");
    long handed = scene.scanned(72, "yolanda");
    ReviewScene.Reviewer pia = scene.reviewer("Pia Example");
    scene.send("/review/cases/" + decided + "/claim", pia);
    String next = String.valueOf(remove(decided, pia).getRedirectedUrl());
    long got = Long.parseLong(next.replaceFirst("/review/cases/(\\d+).*", "$1"));
    assertThat(scene.state(got)).isEqualTo("CLAIMED");
    Matcher undo = UNDO.matcher(scene.open(next, pia).getContentAsString());
    assertThat(undo.find()).isTrue();
    assertThat(undo.group(2)).isEqualTo(Long.toString(got));

    scene.send(undo.group(1), pia, "instead", undo.group(2));

    assertThat(scene.state(decided)).isEqualTo("CLAIMED");
    assertThat(scene.state(got)).isEqualTo("OPEN");
    assertThat(scene.open("/review/cases/" + decided, pia).getContentAsString())
        .contains(
            "What the picture shows.",
            "value=\"clause 4 &lt;b>\"",
            "value=\"17\"",
            "value=\"DE FR\"",
            "<option value=\"suspend\" selected");
    scene.send("/review/cases/" + decided + "/release", pia);
    assertThat(scene.state(handed)).isEqualTo("OPEN");
  }

  @Test
  void decision_thatStands_isToldInFullAndItsAuthorIsOfferedNoClaim() throws Exception {
    long id = scene.scanned(73, "zacharias");
    ReviewScene.Reviewer rob = scene.reviewer("Rob Example");
    ReviewScene.Reviewer sue = scene.reviewer("Sue Example");
    scene.send("/review/cases/" + id + "/claim", rob);
    remove(id, rob);
    scene.makeFinal(id);

    assertThat(scene.open("/review/cases/" + id, sue).getContentAsString())
        .contains("clause 4 &lt;b&gt;", "What the picture shows.", "17 days");
    scene
        .jdbc
        .sql("update review.review_case set state = 'OPEN' where case_id = :case")
        .param("case", id)
        .update();
    String claim = "/review/cases/" + id + "/claim";
    assertThat(scene.open("/review/cases/" + id, rob).getContentAsString())
        .contains("Others decide it")
        .doesNotContain(claim);
    assertThat(scene.open("/review/cases/" + id, sue).getContentAsString()).contains(claim);
    for (String about : new String[] {"ZACH", Long.toString(id)}) {
      assertThat(scene.open("/review?about=" + about, sue).getContentAsString())
          .contains("href=\"/review/cases/" + id + "\"");
    }
    assertThat(scene.open("/review?about=z_ch%25", sue).getContentAsString())
        .doesNotContain("href=\"/review/cases/" + id + "\"");
  }
}
