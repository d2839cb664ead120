package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.report.Notice;
import org.vigie.server.report.Notice.Progress.Decided;
import org.vigie.server.report.Origin;
import org.vigie.server.report.answering.Receipt;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.MadeUpPolicies;
import org.vigie.server.scan.ScanWorld;
import org.vigie.testkit.Eventually;

/// The facts that a reviewer sees before a decision, and the second confirmation.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class DecidePagesTest {
  private static final Pattern CONFIRMED = Pattern.compile("name=\"confirmed\" value=\"([^\"]+)\"");

  private final ReviewScene scene;
  private final MadeUpPolicies policies;

  @Autowired
  DecidePagesTest(ReviewScene scene, MadeUpPolicies policies) {
    this.scene = scene;
    this.policies = policies;
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
            "0 earlier violations within 365 days",
            "The policy recommends",
            "The room has 12,345 members.",
            "Language of the person",
            "a été signalé",
            "[[ce que cela montre ou dit]]");
    String version = ReviewScene.version(page);

    MockHttpServletResponse unfilled =
        decide(vera, address, version, "verdict", "violation", "Parce que [[quoi]].");
    assertThat(unfilled.getStatus()).isEqualTo(422);
    assertThat(unfilled.getContentAsString())
        .contains("Replace the text in double brackets: [[quoi]]");
    MockHttpServletResponse asked =
        decide(vera, address, version, "verdict", "violation", "Une insulte.");
    assertThat(asked.getStatus()).isEqualTo(422);
    assertThat(asked.getContentAsString())
        .contains(
            "Not decided yet",
            "messenger’s own staff",
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
        "content",
        "quarantine",
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

  @Test
  void decisionOfThePolicy_isExplainedInTheLanguageOfTheViewer_byHowItResembles() throws Exception {
    byte[] media = MadeUpMedia.png(9_310);
    scene.banks.add(ScanWorld.GRAVE, Digest.of(DigestType.SHA256, media));
    scene.scan("otto", media, Surface.PUBLIC);
    Eventually.holds(() -> !scene.casesOf("otto").isEmpty());
    long id = scene.casesOf("otto").getFirst();
    ReviewScene.Reviewer vera = scene.reviewer("Vera Example");
    String address = "/review/cases/" + id;

    assertThat(scene.open(address, vera).getContentAsString())
        .contains("It is identical, byte for byte, to content that people confirmed before")
        .contains("It breaks the terms – Category grave-content");
    assertThat(scene.open(address + "?lang=fr", vera).getContentAsString())
        .contains(
            "identique, octet par octet, à un contenu", "Cela enfreint les conditions – Catégorie");
    scene
        .jdbc
        .sql("update review.decision set resemblance = 'SIMILAR' where case_id = :case")
        .param("case", id)
        .update();
    assertThat(scene.open(address, vera).getContentAsString())
        .contains("It is similar to content", "looks almost the same", "need not be equal")
        .doesNotContain("identical");
    assertThat(scene.open(address + "?lang=fr", vera).getContentAsString())
        .contains("semblable à un contenu", "presque la même apparence");
  }

  @Test
  void decisionOfThePolicy_onceItsCategoryIsRenamed_keepsItsWords() throws Exception {
    byte[] media = MadeUpMedia.png(9_311);
    scene.banks.add(ScanWorld.GRAVE, Digest.of(DigestType.SHA256, media));
    scene.scan("renata", media, Surface.PUBLIC);
    Eventually.holds(() -> !scene.casesOf("renata").isEmpty());
    String address = "/review/cases/" + scene.casesOf("renata").getFirst();

    policies.rename(MadeUpPolicies.GRAVE, "Another name");
    try {
      assertThat(scene.open(address, scene.reviewer("Rita Example")).getContentAsString())
          .contains("falls under “Category grave-content”")
          .contains("It breaks the terms – Category grave-content")
          .contains("Another name");
    } finally {
      policies.restore();
    }
  }

  @Test
  void notice_aboutAViolationThatNeedsNoMeasure_isNotToldThatNothingWasFound() throws Exception {
    Receipt receipt = scene.noticed("nina", Optional.empty(), List.of());
    long id = scene.casesOf("nina").getFirst();
    String address = "/review/cases/" + id;
    ReviewScene.Reviewer vera = scene.reviewer("Vera Example");
    scene.send(address + "/claim", vera);
    String version = ReviewScene.version(scene.open(address, vera));
    MockHttpServletResponse decided = scene.send(
        address + "/decide",
        vera,
        "version",
        version,
        "verdict",
        "violation",
        "category",
        "petty-content",
        "content",
        "none",
        "ground",
        "terms",
        "reference",
        "4.2",
        "explanation",
        "Grossier.");
    assertThat(decided.getStatus()).isEqualTo(302);
    scene.makeFinal(id);
    Eventually.holds(
        () -> scene.notices.find(receipt.notice()).orElseThrow().progress() instanceof Decided);

    Decided told = (Decided) scene.notices.find(receipt.notice()).orElseThrow().progress();
    assertThat(told.outcome().founded()).isFalse();
    assertThat(told.outcome().sentence())
        .contains("enfreint la loi ou nos règles")
        .contains("aucune mesure n’est nécessaire");
  }

  @Test
  void notice_saidToBeManifestlyUnfounded_isCountedForALeadToWeigh() throws Exception {
    Receipt receipt = scene.noticed(
        "yves", Optional.of(new Origin.Contact("Zoe Example", "zoe@example.org")), List.of());
    long id = scene.casesOf("yves").getFirst();
    String address = "/review/cases/" + id;
    ReviewScene.Reviewer vera = scene.reviewer("Vera Example");
    scene.send(address + "/claim", vera);
    MockHttpServletResponse page = scene.open(address, vera);
    assertThat(page.getContentAsString()).contains("Manifestly unfounded", "Notice of ");
    String version = ReviewScene.version(page);
    String notice = receipt.notice().value().toString();

    MockHttpServletResponse contradictory = scene.send(
        address + "/decide", vera, "version", version, "verdict", "remove", "unfounded", notice);
    assertThat(contradictory.getStatus()).isEqualTo(422);
    assertThat(contradictory.getContentAsString()).contains("clear the box");
    MockHttpServletResponse foreign = scene.send(
        address + "/decide",
        vera,
        "version",
        version,
        "verdict",
        "none",
        "unfounded",
        UUID.randomUUID().toString());
    assertThat(foreign.getStatus()).isEqualTo(422);
    scene.send(
        address + "/decide", vera, "version", version, "verdict", "none", "unfounded", notice);
    scene.makeFinal(id);

    Notice.Progress progress =
        scene.notices.find(receipt.notice()).orElseThrow().progress();
    assertThat(progress).isInstanceOfSatisfying(Notice.Progress.Decided.class, decided -> {
      assertThat(decided.outcome().manifestlyUnfounded()).isTrue();
      assertThat(decided.outcome().sentence()).contains("Après un avertissement");
    });
    RequestPostProcessor lead = TestCallers.person(Role.LEAD);
    assertThat(scene.page("/reporters", lead)).contains(" class=\"number\">100</td>");
    String mark = scene
        .jdbc
        .sql("select reporter_mark from report.notice where notice_id = :notice")
        .param("notice", receipt.notice().value())
        .query(String.class)
        .single();
    repeat(receipt, 3);
    assertThat(scene.page("/review/lead/quality", lead))
        .contains("from 5 decided notices on")
        .doesNotContain("/reporters/" + mark);
    repeat(receipt, 1);
    assertThat(scene.page("/review/lead/quality", lead))
        .containsSubsequence("Accuracy of reporters", "/reporters/" + mark, "(form)", "0 %");
  }

  /// As if the reporter had sent the same some more times, and the same had become of it.
  private void repeat(Receipt receipt, int times) {
    scene
        .jdbc
        .sql("""
            insert into report.notice
            select (jsonb_populate_record(n, jsonb_build_object(
                'notice_id', gen_random_uuid(), 'idempotency_key', null,
                'code_digest', '\\x' || md5(random()::text) || md5(random()::text)))).*
              from report.notice n, generate_series(1, :times) where n.notice_id = :notice
            """)
        .param("times", times)
        .param("notice", receipt.notice().value())
        .update();
  }
}
