package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.scan.ScanWorld;

/// Auditors read cases: every decision and note, and nothing sealed; each look is in the ledger,
/// and no act is offered to them or taken from them.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class AuditedCasesTest {
  private final ReviewScene scene;

  @Autowired
  AuditedCasesTest(ReviewScene scene) {
    this.scene = scene;
  }

  private String main(String address, ReviewScene.Reviewer viewer) throws Exception {
    String page = scene.open(address, viewer).getContentAsString();
    return page.split("<main", 2)[1].split("</main>", 2)[0];
  }

  private long banned(String account, ReviewScene.Reviewer by) throws Exception {
    scene.noticed(
        account,
        scene.snapshot("\"account\": {\"reference\": \"" + account + "\", \"language\": \"fr\"}"));
    long id = scene.casesOf(account).getFirst();
    String address = "/review/cases/" + id;
    scene.send(address + "/claim", by);
    scene.send(address + "/notes", by, "note", "What I think of it.");
    scene.send(
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
        "ban",
        "waiver",
        "text-is-enough",
        "ground",
        "terms",
        "reference",
        "clause 4",
        "explanation",
        "What the auditor reads.");
    return id;
  }

  private UUID decision(long id) {
    return scene
        .jdbc
        .sql("select decision_id from review.decision where case_id = :case")
        .param("case", id)
        .query(UUID.class)
        .single();
  }

  private int looks(ReviewScene.Reviewer viewer, String subject) {
    return scene
        .jdbc
        .sql("""
            select count(*) from access.ledger
             where act = 'page opened' and caller = :caller and subject = :subject
            """)
        .param("caller", "person:" + viewer.id().value())
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }

  @Test
  void auditor_readsDecisionsAndNotes_alsoThoseHiddenFromLeads_withoutAnyAct() throws Exception {
    ReviewScene.Reviewer ada = scene.reviewer("Ada Decider");
    ReviewScene.Reviewer gus = scene.person("Gus Auditor", Role.AUDITOR);
    long id = banned("audited-1", ada);
    String address = "/review/cases/" + id;
    assertThat(main(address, gus)).contains("Ada Decider", "What I think of it.");
    scene.makeFinal(id);
    scene
        .jdbc
        .sql("delete from review.quality_check where decision_id = :decision")
        .param("decision", decision(id))
        .update();
    scene
        .jdbc
        .sql("insert into review.quality_check (decision_id, chosen_at) values (:decision, now())")
        .param("decision", decision(id))
        .update();

    assertThat(main(address, scene.person("Lea Lead", Role.LEAD)))
        .doesNotContain("What I think of it.", "What the auditor reads.");
    String page = main(address, gus);

    assertThat(page)
        .contains("What I think of it.", "What the auditor reads.", "The evidence is sealed.")
        .doesNotContain("method=\"post\"", "<textarea");
    assertThat(looks(gus, "case:" + id)).isEqualTo(2);
    assertThat(main(address, ada)).as("nobody meets an auditor there").doesNotContain("Gus");
    assertThat(main("/review?about=audited-1&state=", gus)).contains(address);
    assertThat(looks(gus, "page:review")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claim",
        "release",
        "skip",
        "pass-up",
        "notes",
        "decide",
        "correct",
        "authorities",
        "keep"
      })
  void act_ofAnAuditor_isRefused(String act) throws Exception {
    ReviewScene.Reviewer gus = scene.person("Gus Auditor", Role.AUDITOR);
    scene.noticed("audited-" + act, List.of());
    long id = scene.casesOf("audited-" + act).getFirst();

    assertThat(scene.send("/review/cases/" + id + "/" + act, gus, "note", "No.").getStatus())
        .isEqualTo(403);
    assertThat(scene.state(id)).isEqualTo("OPEN");
  }

  @Test
  void formerReviewer_whoIsAnAuditorNow_hasNoFormForTheirOwnDecision() throws Exception {
    ReviewScene.Reviewer ada = scene.reviewer("Ada Changes");
    long id = banned("audited-2", ada);
    scene.makeFinal(id);
    ReviewScene.Reviewer now = scene.as(ada, "Ada Changes", Role.AUDITOR);

    assertThat(main("/review/cases/" + id, now))
        .contains("What the auditor reads.")
        .doesNotContain("method=\"post\"");
  }

  @Test
  void request_thatNobodyMayAnswer_saysSoAndTheWayOut_andAThirdPersonEndsIt() throws Exception {
    ReviewScene.Reviewer ada = scene.reviewer("Ada Alone");
    long id = banned("audited-3", ada);
    scene.makeFinal(id);
    String address = "/review/cases/" + id;
    scene.send(
        address + "/correct",
        ada,
        "decision",
        decision(id).toString(),
        "kind",
        "reverse",
        "reason",
        "I erred.");
    scene.reviewer("Bea Bystander");
    assertThat(main(address, ada)).doesNotContain("Nobody can agree at present");
    scene.jdbc.sql("""
        insert into review.case_recusal (case_id, person_id, cause, reason, since)
          select :case, person_id, 'DECIDED', '', now() from access.person on conflict do nothing
        """).param("case", id).update();

    assertThat(main(address, ada)).contains("Nobody can agree at present", "Ask an administrator");
    assertThat(main("/review/corrections", ada)).contains("Nobody can agree at present");
    ReviewScene.Reviewer gus = scene.person("Gus Auditor", Role.AUDITOR);
    assertThat(main("/review/corrections", gus))
        .contains("Nobody can agree at present", "I erred.", "href=\"/people\"")
        .doesNotContain("method=\"post\"");

    ReviewScene.Reviewer third = scene.person("Lea Third", Role.LEAD);

    assertThat(main(address, ada)).doesNotContain("Nobody can agree at present");
    assertThat(main("/review/corrections", third)).contains(address, "value=\"agree\"");
    String request = scene
        .jdbc
        .sql("select correction_id from review.correction where case_id = :case")
        .param("case", id)
        .query(UUID.class)
        .single()
        .toString();
    scene.send(
        "/review/corrections/" + request + "/answer", third, "answer", "agree", "reason", "True.");
    assertThat(scene.state(id)).isEqualTo("OPEN");
  }
}
