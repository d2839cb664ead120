package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.ScanWorld;

/// Leads at their page.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class LeadPageTest {
  private final ReviewScene scene;

  @Autowired
  LeadPageTest(ReviewScene scene) {
    this.scene = scene;
  }

  @Test
  void lead_inBothLanguages_seesQueuesAndAgreement() throws Exception {
    scene.scanned(55, "ivan");
    RequestPostProcessor lead = TestCallers.person(Role.LEAD);
    assertThat(scene.page("/review/lead", lead))
        .contains("Low", "Cohen’s kappa", "<svg class=\"chart\"", "Nothing waits to be judged");
    assertThat(scene.page("/review/lead?lang=fr", lead))
        .contains("Travail de modération", "kappa de Cohen");
    assertThat(scene
            .http
            .perform(post("/review/lead/checks/" + UUID.randomUUID())
                .param("verdict", "none")
                .with(lead)
                .with(csrf()))
            .andReturn()
            .getResponse()
            .getRedirectedUrl())
        .isEqualTo("/review/lead");
    assertThat(scene
            .http
            .perform(get("/review/lead").with(scene.reviewer("Judy").signedIn()))
            .andReturn()
            .getResponse()
            .getStatus())
        .isEqualTo(403);
  }

  @Test
  void decision_thatCannotTakeEffect_isShownToLeads() throws Exception {
    long id = scene.scanned(59, "xavier");
    scene.jdbc.sql("""
            insert into review.decision (decision_id, case_id, stage, state, rule, policy_revision,
                keywords, illegal, ground, explanation, made_at, final_at)
            values (gen_random_uuid(), :case, 'FIRST', 'PENDING', 'made-up', 1, '{}', false, '', '',
                now() - interval '2 minutes', now() - interval '2 minutes')
            """).param("case", id).update();
    RequestPostProcessor lead = TestCallers.person(Role.LEAD);

    assertThat(scene.page("/review/lead", lead))
        .contains("1 decision should have taken effect and cannot. It is tried again");
    assertThat(scene.page("/review/lead?lang=fr", lead))
        .contains("1 décision aurait dû prendre effet");
    scene
        .jdbc
        .sql("delete from review.decision where case_id = :case")
        .param("case", id)
        .update();
    assertThat(scene.page("/review/lead", lead)).doesNotContain("should have taken effect");
  }

  @Test
  void sample_isSeenByTheLeadWhoJudgesIt_underAGrantForQuality_andBlindly() throws Exception {
    long id = scene.scanned(58, "wendy");
    ReviewScene.Reviewer anna = scene.reviewer("Anna Example");
    ReviewScene.Reviewer lea = scene.person("Lea Example", Role.LEAD);
    String address = "/review/cases/" + id;
    scene.send(address + "/claim", anna);
    scene.send(address + "/notes", anna, "note", "plainly nothing");
    String version = ReviewScene.version(scene.open(address, anna));
    scene.send(address + "/decide", anna, "version", version, "verdict", "none");
    scene.makeFinal(id);
    String evidence = scene
        .jdbc
        .sql("select evidence_id from review.case_evidence where case_id = :case")
        .param("case", id)
        .query(String.class)
        .single();
    String media = address + "/media/" + evidence;
    assertThat(scene.open(media, lea).getStatus()).as("not a sample yet").isEqualTo(403);
    scene.jdbc.sql("""
            insert into review.quality_check (decision_id, chosen_at)
            select decision_id, now() from review.decision where case_id = :case
            """).param("case", id).update();

    assertThat(scene.open(media, scene.reviewer("Otto Example")).getStatus()).isEqualTo(403);
    assertThat(scene.open(media, anna).getStatus()).isEqualTo(403);
    String page = scene.open(address, lea).getContentAsString();
    assertThat(page)
        .contains(media, "Your verdict on case " + id, "veiled")
        .doesNotContain("Decided by", "plainly nothing", "name=\"version\"");
    assertThat(scene.open(media, lea).getContentAsByteArray()).isEqualTo(MadeUpMedia.png(58));
    assertThat(scene.opened(evidence)).isEqualTo(1);
    assertThat(scene
            .jdbc
            .sql("select purpose from access.evidence_grant where holder = :lead")
            .param("lead", lea.id().value())
            .query(String.class)
            .list())
        .containsOnly("QUALITY");
    assertThat(scene
            .jdbc
            .sql("select points from review.exposure where person_id = :lead")
            .param("lead", lea.id().value())
            .query(Integer.class)
            .list())
        .containsExactly(1);

    String judge = page.replaceAll("(?s).*action=\"(/review/lead/checks/[^\"]+)\".*", "$1");
    scene.send(judge, lea, "verdict", "none");
    assertThat(scene.open(address, lea).getContentAsString())
        .contains("Decided by Anna Example", "plainly nothing");
    assertThat(scene.open(media, lea).getStatus()).as("judged").isEqualTo(403);
  }
}
