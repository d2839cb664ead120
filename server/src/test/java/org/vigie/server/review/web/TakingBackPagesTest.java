package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionReversed;
import org.vigie.server.review.Decisions;
import org.vigie.server.review.Reversals;
import org.vigie.server.scan.ScanWorld;

/// A decision that was taken back: as its maker sees it, and as later reviewers do.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class TakingBackPagesTest {
  private static final Pattern UNDO = Pattern.compile(
      "action=\"(/review/decisions/[^/]+/undo)\"(?:.|\\n)*?name=\"instead\" value=\"(\\d+)\"");

  private final ReviewScene scene;
  private final Decisions decisions;
  private final Reversals reversals;
  private final TransactionOperations transaction;

  @Autowired
  TakingBackPagesTest(
      ReviewScene scene,
      Decisions decisions,
      Reversals reversals,
      TransactionOperations transaction) {
    this.scene = scene;
    this.decisions = decisions;
    this.reversals = reversals;
    this.transaction = transaction;
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
    long decided = scene.scanned(171, "taking-back-1");
    long handed = scene.scanned(172, "taking-back-2");
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
  void decision_inForce_isShownInFullAndItsAuthorIsOfferedNoClaim() throws Exception {
    long id = scene.scanned(173, "zacharias");
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
        .contains("Others decide this case")
        .doesNotContain(claim);
    assertThat(scene.open("/review/cases/" + id, sue).getContentAsString()).contains(claim);
    for (String about : new String[] {"ZACH", Long.toString(id)}) {
      assertThat(scene.open("/review?about=" + about, sue).getContentAsString())
          .contains("href=\"/review/cases/" + id + "?within=about%3D");
    }
    assertThat(scene.open("/review?about=z_ch%25", sue).getContentAsString())
        .doesNotContain("href=\"/review/cases/" + id + "?");
  }

  @Test
  void decision_reversed_isHeardInTheSameTransaction_andItsCaseWaitsAgain() throws Exception {
    long id = scene.scanned(175, "taking-back-5");
    ReviewScene.Reviewer uma = scene.reviewer("Uma Example");
    scene.send("/review/cases/" + id + "/claim", uma);
    remove(id, uma);
    scene.makeFinal(id);
    DecisionId decision = new DecisionId(scene
        .jdbc
        .sql("select decision_id from review.decision where case_id = :case")
        .param("case", id)
        .query(UUID.class)
        .single());
    assertThat(decisions.find(decision)).isPresent();

    String reversal = transaction.execute(_ -> {
      assertThat(reversals.reverse(decision, new Caller.Vigie())).isTrue();
      return ReviewScene.transaction(scene.jdbc);
    });

    assertThat(ReviewScene.Listener.REVERSED)
        .containsEntry(new DecisionReversed(decision), reversal);
    assertThat(scene.state(id)).isEqualTo("OPEN");
    assertThat(decisions.isInForce(decision)).isFalse();
  }

  @Test
  void case_whoseMemberHasEnded_saysThatItOpenedAgainAndWhy() throws Exception {
    long id = scene.scanned(174, "taking-back-4");
    ReviewScene.Reviewer tom = scene.reviewer("Tom Example");
    scene.send("/review/cases/" + id + "/claim", tom);
    assertThat(scene.open("/review/cases/" + id, tom).getContentAsString())
        .doesNotContain("no longer counts", "member withdrawn or disabled");
    remove(id, tom);
    scene.makeFinal(id);
    long member = scene.jdbc.sql("""
            with again as (update review.review_case set state = 'OPEN' where case_id = :case)
            update review.case_member set ended_at = now() where case_id = :case
            returning member_id
            """).param("case", id).query(Long.class).single();

    String page =
        scene.open("/review/cases/" + id, scene.reviewer("Vic Example")).getContentAsString();
    assertThat(page)
        .contains(
            "the decision relied on member " + member + ", which no longer counts",
            "member withdrawn or disabled");
  }
}
