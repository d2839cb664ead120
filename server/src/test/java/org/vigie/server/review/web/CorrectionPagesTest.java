package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.report.Notice;
import org.vigie.server.report.answering.Receipt;
import org.vigie.server.scan.ScanWorld;

/// The pages on which people correct what was decided.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class CorrectionPagesTest {
  private final ReviewScene scene;

  @Autowired
  CorrectionPagesTest(ReviewScene scene) {
    this.scene = scene;
  }

  private MockHttpServletResponse decide(long id, String account, ReviewScene.Reviewer by)
      throws Exception {
    String address = "/review/cases/" + id;
    scene.send(address + "/claim", by);
    MockHttpServletResponse answer = scene.send(
        address + "/decide",
        by,
        "version",
        ReviewScene.version(scene.open(address, by)),
        "verdict",
        "violation",
        "category",
        "petty-content",
        "keywords",
        "KEYWORD_OTHER",
        "content",
        "quarantine",
        "account",
        account,
        "waiver",
        "text-is-enough",
        "ground",
        "terms",
        "reference",
        "clause 4",
        "explanation",
        "What it shows.");
    assertThat(answer.getStatus()).isEqualTo(302);
    return answer;
  }

  private String decision(long id) {
    return scene
        .jdbc
        .sql("select decision_id from review.decision where case_id = :case and state = 'FINAL'")
        .param("case", id)
        .query(UUID.class)
        .single()
        .toString();
  }

  private long reported(String account) throws Exception {
    scene.noticed(account, List.of());
    return scene.casesOf(account).getFirst();
  }

  /// No sample of a lead hides what was decided.
  private void unsampled(long id) {
    scene.jdbc.sql("""
        delete from review.quality_check where decision_id in
          (select decision_id from review.decision where case_id = :case)
        """).param("case", id).update();
  }

  @Test
  void decision_isListedWithTheWordsOfTheNotice_reversedWithAReason_andTheReporterSeesIt()
      throws Exception {
    Receipt receipt = scene.noticed("corrected-1", List.of());
    long id = scene.casesOf("corrected-1").getFirst();
    ReviewScene.Reviewer ada = scene.reviewer("Ada Example");
    MockHttpServletResponse next = decide(id, "none", ada);
    String decided = Objects.requireNonNull(next.getRedirectedUrl());
    assertThat(scene.open(decided, ada).getContentAsString())
        .as("the toast names case and verdict")
        .contains("Case " + id + " decided: ");
    assertThat(scene.open("/review/decided", ada).getContentAsString())
        .contains("can be taken back", "It is &lt;rude&gt;.");
    scene.makeFinal(id);
    assertThat(notice(receipt).progress()).isInstanceOf(Notice.Progress.Decided.class);

    String page = scene.open("/review/cases/" + id, ada).getContentAsString();
    assertThat(page).contains("Reverse the decision", "Change the decision");
    assertThat(page).doesNotContain("Look again");
    String correct = "/review/cases/" + id + "/correct";
    MockHttpServletResponse refused =
        scene.send(correct, ada, "decision", decision(id), "kind", "reverse", "reason", " ");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("href=\"#reason\"", "id=\"reason-error\"", "Give a reason");

    scene.send(correct, ada, "decision", decision(id), "kind", "reverse", "reason", "I erred <b>.");

    assertThat(scene.state(id)).isEqualTo("OPEN");
    assertThat(notice(receipt).progress()).isInstanceOf(Notice.Progress.Open.class);
    assertThat(scene.open("/report/r/" + receipt.code().value(), ada).getContentAsString())
        .contains("we took our decision back", "Received, not decided yet");
    assertThat(scene.open("/review/decided", ada).getContentAsString()).contains("reversed");
    assertThat(
            scene.open("/review/cases/" + id, scene.reviewer("Bea Example")).getContentAsString())
        .contains("no longer counts", "I erred &lt;b&gt;.");
  }

  private Notice notice(Receipt receipt) {
    return Optional.of(receipt.notice()).flatMap(scene.notices::find).orElseThrow();
  }

  @Test
  void strangersDecision_isCorrectedByNeitherReviewersNorBySomeOtherCase() throws Exception {
    long id = reported("corrected-2");
    long other = reported("corrected-3");
    ReviewScene.Reviewer cem = scene.reviewer("Cem Example");
    ReviewScene.Reviewer dan = scene.reviewer("Dan Example");
    decide(id, "none", cem);
    scene.makeFinal(id);
    String correct = "/review/cases/" + id + "/correct";

    assertThat(scene.open("/review/cases/" + id, dan).getContentAsString()).doesNotContain(correct);
    scene.send(correct, dan, "decision", decision(id), "kind", "change", "reason", "mine now");
    scene.send(correct, dan, "decision", decision(id), "kind", "look-again", "reason", "again");
    assertThat(scene.state(id)).isEqualTo("DECIDED");
    assertThat(scene
            .send(
                "/review/cases/" + other + "/correct",
                cem,
                "decision",
                decision(id),
                "kind",
                "reverse",
                "reason",
                "of another case")
            .getStatus())
        .isEqualTo(400);
    assertThat(scene.state(id)).isEqualTo("DECIDED");
    assertThat(scene.open("/review/decided", dan).getContentAsString())
        .doesNotContain("/review/cases/" + id);
  }

  @Test
  void liftingOfABan_waitsInTheListOfAnotherPerson_whoAgreesWithAReason() throws Exception {
    long id = reported("corrected-4");
    ReviewScene.Reviewer eva = scene.reviewer("Eva Example");
    ReviewScene.Reviewer fay = scene.reviewer("Fay Example");
    decide(id, "ban", eva);
    scene.makeFinal(id);
    unsampled(id);
    scene.send(
        "/review/cases/" + id + "/correct",
        eva,
        "decision",
        decision(id),
        "kind",
        "change",
        "reason",
        "It is satire.");
    assertThat(scene.state(id)).isEqualTo("DECIDED");
    String request = scene
        .jdbc
        .sql("select correction_id from review.correction where case_id = :case")
        .param("case", id)
        .query(UUID.class)
        .single()
        .toString();
    String answer = "/review/corrections/" + request + "/answer";
    assertThat(scene.open("/review/corrections", eva).getContentAsString())
        .contains("It is satire.", "Withdraw the request")
        .doesNotContain(answer);
    assertThat(scene.open("/review/corrections", fay).getContentAsString())
        .contains("It is satire.", "Eva Example", answer);
    assertThat(scene.open("/review", fay).getContentAsString()).contains("for a second person");

    scene.send(answer, eva, "answer", "agree", "reason", "I agree with myself.");
    assertThat(scene.state(id)).isEqualTo("DECIDED");
    MockHttpServletResponse refused = scene.send(answer, fay, "answer", "agree");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("href=\"#reason-" + request + "\"");

    scene.send(answer, fay, "answer", "agree", "reason", "It is.");
    assertThat(scene.state(id)).isEqualTo("CLAIMED");
    assertThat(scene.open("/review/cases/" + id, eva).getContentAsString())
        .contains("/review/cases/" + id + "/decide", "Agreed by Fay Example");
  }

  @Test
  void lead_seesLookAgain_andAnAddressOfOldDaysIsReadAsTheUsual() throws Exception {
    long id = reported("corrected-5");
    ReviewScene.Reviewer gil = scene.reviewer("Gil Example");
    decide(id, "none", gil);
    scene.makeFinal(id);
    unsampled(id);
    ReviewScene.Reviewer lead = scene.person("Hal Example", Role.LEAD);

    assertThat(scene.open("/review/cases/" + id, lead).getContentAsString())
        .contains("Look again")
        .doesNotContain("Reverse the decision");
    assertThat(scene.open("/review/decided?days=5&page=-3", gil).getContentAsString())
        .contains("<option value=\"7\" selected", "/review/cases/" + id);
    scene.send(
        "/review/cases/" + id + "/correct",
        lead,
        "decision",
        decision(id),
        "kind",
        "look-again",
        "reason",
        "Compare the notices.");
    assertThat(scene.state(id)).isEqualTo("OPEN");
  }
}
