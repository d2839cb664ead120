package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.scan.MadeUpPolicies;
import org.vigie.server.scan.ScanWorld;

/// What people see where somebody's life is in danger.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class DangerPagesTest {
  private final ReviewScene scene;
  private final MadeUpPolicies policies;

  @Autowired
  DangerPagesTest(ReviewScene scene, MadeUpPolicies policies) {
    this.scene = scene;
    this.policies = policies;
  }

  @BeforeEach
  void endanger() {
    policies.endanger(MadeUpPolicies.PETTY);
  }

  @AfterEach
  void restore() {
    policies.restore();
  }

  private long reported(String account) throws Exception {
    scene.noticed(account, List.of());
    return scene.casesOf(account).getFirst();
  }

  private List<String> details(long id, String act) {
    return scene
        .jdbc
        .sql("select detail from access.ledger where act = :act and subject = :subject")
        .param("act", act)
        .param("subject", "case:" + id)
        .query(String.class)
        .list();
  }

  @Test
  void danger_isAnnouncedToEveryReviewer_andItsCaseSaysWhatToDo() throws Exception {
    long id = reported("in-danger-1");
    ReviewScene.Reviewer ivo = scene.reviewer("Ivo Example");

    assertThat(details(id, "leads alerted of danger")).hasSize(1);
    assertThat(scene.open("/review", ivo).getContentAsString())
        .contains("danger to life wait", "/review?queue=danger-to-life");
    policies.restore();
    long other = reported("in-danger-0");
    assertThat(scene.open("/review/cases/" + other, ivo).getContentAsString())
        .contains("/review?queue=danger-to-life")
        .doesNotContain("Europol");
    policies.endanger(MadeUpPolicies.PETTY);
    String page = scene.open("/review/cases/" + id, ivo).getContentAsString();
    assertThat(page)
        .contains("Art. 18", "Europol", "A made-up line", "00 00 00", "Nous avons lu votre message")
        .as("only its holder and leads record a notification")
        .doesNotContain("/authorities\"");
  }

  @Test
  void danger_isAnnouncedOnTheFirstPageAndOnThoseOfFigures_untilItIsClaimed() throws Exception {
    long id = reported("in-danger-5");
    ReviewScene.Reviewer lea = scene.person("Lea Example", Role.LEAD);
    ReviewScene.Reviewer legal = scene.person("Leo Example", Role.LEGAL);
    String link = "/review?queue=danger-to-life&amp;state=OPEN";
    for (String page :
        List.of("/", "/review/lead", "/review/lead/quality", "/review/lead/opt-outs")) {
      assertThat(scene.open(page, lea).getContentAsString()).as(page).contains(link);
    }
    assertThat(scene.open("/", legal).getContentAsString()).doesNotContain("danger-to-life");

    scene
        .jdbc
        .sql("update review.review_case set priority = 0 where priority >= 1500000000")
        .update();

    assertThat(scene.open("/", lea).getContentAsString()).as("case " + id).doesNotContain(link);
  }

  @Test
  void notification_isRecordedByTheHolder_inTheLedgerAndAsANote() throws Exception {
    long id = reported("in-danger-2");
    ReviewScene.Reviewer jon = scene.reviewer("Jon Example");
    String address = "/review/cases/" + id;
    scene.send(address + "/claim", jon);

    assertThat(scene.open(address, jon).getContentAsString())
        .contains("value=\"remove\"")
        .as("no key bans somebody who may be in despair")
        .doesNotContain("remove-and-ban");
    MockHttpServletResponse refused = scene.send(
        address + "/authorities", jon, "authority", " ", "notifiedAt", "2999-01-01T00:00");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("href=\"#authority\"", "id=\"notifiedAt-error\"", "value=\"2999-01-01T00:00\"");
    assertThat(details(id, "authorities notified")).isEmpty();

    scene.send(
        address + "/authorities",
        jon,
        "authority",
        "Préfecture <b>",
        "notifiedAt",
        "2026-01-02T03:04",
        "notifiedReference",
        "PV 12/é");

    assertThat(details(id, "authorities notified"))
        .containsExactly("at=2026-01-02T03:04:00Z reference=PV-12--");
    assertThat(scene.open(address, jon).getContentAsString())
        .contains("Authorities notified: Préfecture &lt;b&gt;", "PV 12/é");
  }

  /// So nobody types what was typed a thousand times.
  @Test
  void facts_ofThePolicy_fillTheGapInTheExplanation() throws Exception {
    long id = reported("in-danger-4");
    ReviewScene.Reviewer meg = scene.reviewer("Meg Example");
    String address = "/review/cases/" + id;
    scene.send(address + "/claim", meg);
    MockHttpServletResponse page = scene.open(address, meg);
    assertThat(page.getContentAsString()).contains("value=\"it shows a fact\"", "[[");

    MockHttpServletResponse answer = scene.send(
        address + "/decide",
        meg,
        "version",
        ReviewScene.version(page),
        "verdict",
        "remove",
        "category",
        MadeUpPolicies.PETTY,
        "ground",
        "terms",
        "reference",
        "clause 4",
        "explanation",
        "Forbidden: [[what]].",
        "facts",
        "it shows a fact");

    assertThat(answer.getStatus()).isEqualTo(302);
    assertThat(scene
            .jdbc
            .sql("select explanation from review.decision where case_id = :case")
            .param("case", id)
            .query(String.class)
            .single())
        .isEqualTo("Forbidden: it shows a fact.");
  }

  @Test
  void notification_isRecordedByALeadButByNoOtherReviewer() throws Exception {
    long id = reported("in-danger-3");
    String address = "/review/cases/" + id + "/authorities";
    String[] fields = {"authority", "Police", "notifiedAt", "2026-01-02T03:04"};

    scene.send(address, scene.reviewer("Kim Example"), fields);
    assertThat(details(id, "authorities notified")).isEmpty();
    scene.send(address, scene.person("Lou Example", Role.LEAD), fields);
    assertThat(details(id, "authorities notified")).containsExactly("at=2026-01-02T03:04:00Z");
  }
}
