package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.vigie.connector.Surface;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.web.CallerAuthentication;
import org.vigie.server.report.Notice;
import org.vigie.server.report.answering.Receipt;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.ScanWorld;
import org.vigie.testkit.Eventually;

/// Reviewers at their pages, from a scan to a published decision.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class ReviewPagesTest {
  private final ReviewScene scene;

  @Autowired
  ReviewPagesTest(ReviewScene scene) {
    this.scene = scene;
  }

  @Test
  void scan_thatNeedsAPerson_isDecidedOnThePagesAndPublished() throws Exception {
    long id = scene.scanned(51, "mallory <1>");
    ReviewScene.Reviewer anna = scene.reviewer("Anna Example");
    ReviewScene.Reviewer bruno = scene.reviewer("Bruno Example");
    String address = "/review/cases/" + id;

    assertThat(scene.open("/review", anna).getContentAsString())
        .contains(address, "mallory &lt;1&gt;", "Next case");
    assertThat(scene.send(address + "/claim", anna).getRedirectedUrl()).isEqualTo(address);
    assertThat(scene.send(address + "/claim", bruno).getRedirectedUrl()).isEqualTo(address);
    scene.open(address, bruno);
    MockHttpServletResponse page = scene.open(address, anna);
    assertThat(page.getContentAsString())
        .contains(
            "PETTY", "Yours until", "mallory &lt;1&gt;", "Bruno Example also has this case open")
        .doesNotContain("mallory <1>");
    assertThat(scene.open(address + "?lang=fr", bruno).getContentAsString())
        .contains("Pris par Anna Example")
        .doesNotContain("name=\"verdict\"");
    assertThat(scene
            .send(
                address + "/decide", bruno, "version", ReviewScene.version(page), "verdict", "none")
            .getRedirectedUrl())
        .isEqualTo(address);
    assertThat(scene.state(id)).isEqualTo("CLAIMED");

    MockHttpServletResponse refused = scene.send(
        address + "/decide",
        anna,
        "version",
        ReviewScene.version(page),
        "verdict",
        "violation",
        "category",
        "petty-content",
        "content",
        "label",
        "ground",
        "terms",
        "reference",
        "4.2",
        "explanation",
        "Because of [[the room]].");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Because of [[the room]].");

    assertThat(scene.send(address + "/notes", anna, "note", "seen <before>").getStatus())
        .isEqualTo(302);
    assertThat(scene.open(address, bruno).getContentAsString()).contains("seen &lt;before&gt;");
    String next = String.valueOf(scene
        .send(address + "/decide", anna, "version", ReviewScene.version(page), "verdict", "none")
        .getRedirectedUrl());
    assertThat(next).startsWith("/review?decided=");
    assertThat(scene.open(next, anna).getContentAsString()).contains("Undo");
    scene
        .jdbc
        .sql("update review.decision set final_at = now() + interval '99 s' where case_id = :case")
        .param("case", id)
        .update();
    assertThat(scene.open(next, anna).getContentAsString())
        .containsPattern("data-vanish=\"9\\d\"")
        .containsPattern("takes effect in 9\\d seconds");
    assertThat(scene.open(next + "&lang=fr", anna).getContentAsString())
        .containsPattern("prend effet dans 9\\d secondes");
    String undo = "/review/decisions/" + next.substring(next.indexOf('=') + 1) + "/undo";
    assertThat(scene.send(undo, bruno).getRedirectedUrl()).isEqualTo("/review");
    assertThat(scene.send(undo, anna).getRedirectedUrl()).isEqualTo(address);
    assertThat(scene.state(id)).isEqualTo("CLAIMED");

    ReviewScene.Listener.TOLD.clear();
    ReviewScene.Listener.FAILS.set(true);
    scene.send(
        address + "/decide",
        anna,
        "version",
        ReviewScene.version(scene.open(address, anna)),
        "verdict",
        "none");
    scene
        .jdbc
        .sql("update review.decision set final_at = made_at where case_id = :case")
        .param("case", id)
        .update();
    Eventually.holds(() -> scene.state(id).equals("DECIDED"));
    assertThat(ReviewScene.Listener.TOLD).isEmpty();
    ReviewScene.Listener.FAILS.set(false);
    scene.publications.resubmitIncompletePublications(_ -> true);
    Eventually.holds(() -> !ReviewScene.Listener.TOLD.isEmpty());
    assertThat(scene.open(address, bruno).getContentAsString())
        .contains("Decided.", "No violation");
  }

  @Test
  void notice_aboutAnAccount_becomesACaseAndItsReporterIsNotified() throws Exception {
    Receipt receipt = scene.noticed("heidi", List.of());
    long id = scene.casesOf("heidi").getFirst();
    ReviewScene.Reviewer gil = scene.reviewer("Gil Example");
    String address = "/review/cases/" + id;
    scene.send(address + "/claim", gil);
    MockHttpServletResponse page = scene.open(address, gil);
    assertThat(page.getContentAsString())
        .contains("It is &lt;rude&gt;.", "[[what it shows or says]]")
        .contains("When did you see it?", "at &lt;noon&gt;")
        .doesNotContainIgnoringCase("not needed");
    scene.send(address + "/decide", gil, "version", ReviewScene.version(page), "verdict", "none");
    scene
        .jdbc
        .sql("update review.decision set final_at = made_at where case_id = :case")
        .param("case", id)
        .update();
    Eventually.holds(() -> scene.state(id).equals("DECIDED"));

    Notice.Progress progress =
        scene.notices.find(receipt.notice()).orElseThrow().progress();
    assertThat(progress).isInstanceOfSatisfying(Notice.Progress.Decided.class, decided -> {
      assertThat(decided.outcome().founded()).isFalse();
      assertThat(decided.outcome().sentence()).contains("n’enfreint ni la loi");
    });
  }

  @Test
  void pages_aboutWhatIsNotThere_sayWhat() throws Exception {
    ReviewScene.Reviewer anna = scene.reviewer("Anna Example");
    assertThat(scene.open("/review/cases/999999", anna).getStatus()).isEqualTo(404);
    assertThat(scene.open("/review/cases/x", anna).getStatus()).isEqualTo(400);
    assertThat(scene.open("/review?queue=No%20Queue", anna).getStatus()).isEqualTo(400);
    assertThat(scene.open("/review?state=GUILTY", anna).getStatus()).isEqualTo(400);
    assertThat(scene.open("/review?about=nobody", anna).getContentAsString())
        .contains("No matching cases.");
    assertThat(scene
            .send("/review/next", scene.reviewer("Carla"), "within", "queue=empty")
            .getRedirectedUrl())
        .isEqualTo("/review?queue=empty");
  }

  @Test
  void case_passedUp_isForLeadsOnly() throws Exception {
    scene.scanned(58, "trent, who is next for a person who passed up");
    long id = scene.scanned(56, "olivia");
    ReviewScene.Reviewer dora = scene.reviewer("Dora Example");
    String address = "/review/cases/" + id;
    scene.send(address + "/pass-up", dora);
    assertThat(scene.state(id)).as("passed up by somebody who does not hold it").isEqualTo("OPEN");
    scene.send(address + "/claim", dora);
    assertThat(scene.open(address, dora).getContentAsString()).contains("data-key=\"e\"");
    scene.send(address + "/pass-up", dora);
    assertThat(scene.state(id)).isEqualTo("OPEN");
    scene.send(address + "/claim", scene.reviewer("Emil"));
    assertThat(scene.state(id)).isEqualTo("OPEN");
    assertThat(scene.open(address, dora).getContentAsString()).contains("Waiting for a lead");
    PersonId lead = scene
        .people
        .invite(
            new Caller.Vigie(),
            new PersonName("Lea Example"),
            new EmailAddress("lead@example.org"),
            Set.of(Role.LEAD))
        .orElseThrow();
    scene.send(
        address + "/claim",
        new ReviewScene.Reviewer(
            lead,
            authentication(new CallerAuthentication(
                new Caller.Person(lead), "Lea Example", Role.LEAD.permissions()))));
    assertThat(scene.state(id)).isEqualTo("CLAIMED");
  }

  @Test
  void media_unreadable_getsACaseIfThePolicySaysSo() throws Exception {
    byte[] unreadable = Arrays.copyOf(MadeUpMedia.png(57), 100);
    scene.scan("rupert", new byte[0], Surface.PUBLIC);
    scene.scan("sybil", unreadable, Surface.PUBLIC);
    Eventually.holds(() -> !scene.casesOf("sybil").isEmpty());
    ReviewScene.Reviewer anna = scene.reviewer("Anna Example");
    String address = "/review/cases/" + scene.casesOf("sybil").getFirst();
    scene.send(address + "/claim", anna);
    assertThat(scene.open(address, anna).getContentAsString())
        .contains(
            "What you shared falls under “Category petty-content”, which our terms forbid: [[");
    assertThat(scene.casesOf("rupert")).as("there was nothing to see").isEmpty();
  }

  @Test
  void case_skipped_isNotOfferedAgain_andKeptOnlyByItsHolder() throws Exception {
    long id = scene.scanned(52, "trudy");
    ReviewScene.Reviewer dora = scene.reviewer("Dora Example");
    String address = "/review/cases/" + id;
    scene.send(address + "/claim", dora);
    assertThat(scene.send(address + "/keep", dora).getStatus()).isEqualTo(204);
    assertThat(scene.send(address + "/keep", scene.reviewer("Emil")).getStatus())
        .isEqualTo(409);
    scene.send(address + "/skip", dora, "reason", "x".repeat(5_000));
    assertThat(scene
            .jdbc
            .sql("select cause from review.case_recusal where case_id = :case")
            .param("case", id)
            .query(String.class)
            .single())
        .isEqualTo("SKIPPED");
    assertThat(scene.state(id)).isEqualTo("OPEN");
  }
}
