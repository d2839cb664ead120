package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.UUID;
import java.util.regex.Pattern;
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
        .contains("Low", "<svg class=\"chart\"", "<details><summary>", "Show as a table");
    assertThat(scene.page("/review/lead?lang=fr", lead)).contains("Équipe", "En attente");
    assertThat(scene.page("/review/lead/quality", lead))
        .contains("Cohen’s kappa", "No decisions are waiting to be judged");
    assertThat(scene.page("/review/lead/quality?lang=fr", lead)).contains("kappa de Cohen");
    assertThat(scene
            .http
            .perform(post("/review/lead/checks/" + UUID.randomUUID())
                .param("verdict", "none")
                .with(lead)
                .with(csrf()))
            .andReturn()
            .getResponse()
            .getRedirectedUrl())
        .isEqualTo("/review/lead/quality");
    ReviewScene.Reviewer judy = scene.reviewer("Judy");
    assertThat(scene.open("/review/lead", judy).getStatus()).isEqualTo(403);
    assertThat(scene.open("/review/lead/quality", judy).getStatus()).isEqualTo(403);
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
        .contains("1 decision should have taken effect and cannot. Vigie retries it");
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

  @Test
  void figure_leadsToTheCasesBehindIt() throws Exception {
    long met = scene.scanned(9_360, "in-time");
    long missed = scene.scanned(9_361, "too-late");
    long waiting = scene.scanned(9_362, "still-waiting");
    decided(met, "now() - interval '2 hours'", "now() - interval '1 hour'");
    decided(missed, "now() - interval '1 hour'", "now() - interval '2 hours'");
    due(waiting, "now() - interval '1 hour'");
    RequestPostProcessor lead = TestCallers.person(Role.LEAD);
    String page = scene.page("/review/lead", lead);

    assertThat(listed(behind(page, "deadline:missed"), lead))
        .contains("/cases/" + missed, "/cases/" + waiting, "Deadline missed", "Due: ")
        .doesNotContain("/cases/" + met + "\"", "/cases/" + met + "?");
    assertThat(listed(behind(page, "deadline:met"), lead))
        .contains("/cases/" + met)
        .doesNotContain("/cases/" + missed);
    assertThat(listed(behind(page, "deadline:overdue"), lead))
        .contains("/cases/" + waiting, "Overdue, not decided yet")
        .doesNotContain("/cases/" + met + "\"", "/cases/" + missed + "\"");
    assertThat(listed(behind(page, "by:people"), lead))
        .contains("/cases/" + met, "/cases/" + missed, "Decided by people")
        .doesNotContain("/cases/" + waiting);
  }

  @Test
  void course_thatIsNone_isRefused() throws Exception {
    for (String course : new String[] {
      "deadline:missed",
      "due:2026-11-30T00:00:00Z/2026-11-01T00:00:00Z",
      "due:2026-13-01T00:00:00Z/2026-14-01T00:00:00Z",
      "due:+999999999-01-01T00:00:00Z/+999999999-02-01T00:00:00Z",
      "by:people,by:people",
      "by",
      ","
    }) {
      assertThat(scene
              .http
              .perform(get("/review").param("course", course).with(TestCallers.person(Role.LEAD)))
              .andReturn()
              .getResponse()
              .getStatus())
          .as(course)
          .isEqualTo(400);
    }
  }

  @Test
  void chip_ofADueTime_takesTheDeadlineAlong() throws Exception {
    RequestPostProcessor lead = TestCallers.person(Role.LEAD);
    String page = scene.page(
        "/review?state=&course=due:2026-11-01T00:00:00Z/2026-12-01T00:00:00Z,deadline:met", lead);

    assertThat(page).contains("Due: 1 Nov 2026 – 30 Nov 2026", "Deadline met");
    assertThat(page).containsPattern("course=&amp;page=0\">Due: 1 Nov");
  }

  @Test
  void kappa_ofFewCases_isNotShown() throws Exception {
    long id = scene.scanned(9_363, "judged-twice");
    decided(id, "now() - interval '2 hours'", "now()");
    scene.jdbc.sql("""
            insert into review.quality_check (decision_id, chosen_at, judged_by, judged_at,
                category)
            select decision_id, now(), gen_random_uuid(), now(), 'violence'
              from review.decision where case_id = :case
            """).param("case", id).update();

    assertThat(scene.page("/review/lead/quality", TestCallers.person(Role.LEAD)))
        .contains("too few to say", "judged differently", "/review/cases/" + id);
  }

  private void due(long id, String at) {
    scene
        .jdbc
        .sql("update review.review_case set due_at = " + at + " where case_id = :case")
        .param("case", id)
        .update();
  }

  /// Decides a case with no violation, as a person did at some time.
  private void decided(long id, String at, String due) {
    due(id, due);
    scene.jdbc.sql("""
            insert into review.decision (decision_id, case_id, stage, state, person_id,
                policy_revision, keywords, illegal, ground, explanation, made_at, final_at)
            values (gen_random_uuid(), :case, 'FIRST', 'FINAL', gen_random_uuid(), 1, '{}', false,
                '', '', %1$s, %1$s)
            """.formatted(at)).param("case", id).update();
    scene.jdbc.sql("""
            update review.review_case set state = 'DECIDED', decided_at = %s, by_policy = false
             where case_id = :case
            """.formatted(at)).param("case", id).update();
  }

  /// Returns the first address on a page with a part of a course.
  private static String behind(String page, String part) {
    return Pattern.compile(
            "href=\"(/review\\?[^\"]*" + part.replace(":", "[^\"&]{1,3}") + "[^\"]*)\"")
        .matcher(page)
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .findFirst()
        .orElseThrow();
  }

  private String listed(String address, RequestPostProcessor lead) throws Exception {
    return scene
        .http
        .perform(get(URI.create(address)).with(lead))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
