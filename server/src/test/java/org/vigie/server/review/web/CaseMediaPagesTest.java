package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.ResultActions;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.keeping.Retention;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.ScanWorld;
import org.vigie.testkit.Eventually;

/// The media that the holder of a case sees, and that the ledger records each look before.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class CaseMediaPagesTest {
  private final ReviewScene scene;
  private final Vault vault;
  private final Retention retention;

  @Autowired
  CaseMediaPagesTest(ReviewScene scene, Vault vault, Retention retention) {
    this.scene = scene;
    this.vault = vault;
    this.retention = retention;
  }

  @Test
  void media_thatWasDestroyed_isSaidToBeGone() throws Exception {
    long id = scene.scanned(57, "trudy");
    ReviewScene.Reviewer kim = scene.reviewer("Kim Example");
    String evidence = scene.evidenceOf(id);
    scene.send("/review/cases/" + id + "/claim", kim);
    ReviewScene.Reviewer lex = scene.person("Lex Example", Role.LEGAL);
    assertThat(scene.open("/evidence/" + evidence + "/destroy", lex).getContentAsString())
        .contains("One open case needs it", "Case " + id)
        .doesNotContain("href=\"/review/cases");
    String gone = scene.open("/evidence/" + evidence, lex).getContentAsString();
    assertThat(gone).contains("Case " + id, "Scan ").doesNotContain("href=\"/review/cases");
    assertThat(scene.open("/evidence", scene.person("Lee Lead", Role.LEAD)).getContentAsString())
        .contains("href=\"/review/cases/" + id + "\"");
    retention.destroy(new Caller.Vigie(), new EvidenceId(UUID.fromString(evidence)), "test");
    String address = "/review/cases/" + id + "/media/" + evidence;

    MockHttpServletResponse answer = scene.open(address, kim);
    assertThat(answer.getStatus()).isEqualTo(410);
    assertThat(answer.getContentAsString()).contains("This evidence no longer exists");
    assertThat(scene.open("/review/cases/" + id, kim).getContentAsString()).doesNotContain(address);
  }

  @Test
  void media_ofACase_isKeptForAYearAtLeast() throws Exception {
    long id = scene.scanned(58, "ursula");
    String evidence = scene.evidenceOf(id);

    assertThat(vault
            .find(new EvidenceId(UUID.fromString(evidence)))
            .orElseThrow()
            .description()
            .keepUntil())
        .isAfter(Instant.now().plus(Duration.ofDays(364)));
  }

  @Test
  void media_ofACase_isSentOnlyToItsHolderAndWrittenDownBefore() throws Exception {
    long id = scene.scanned(53, "eve");
    ReviewScene.Reviewer fay = scene.reviewer("Fay Example");
    String evidence = scene.evidenceOf(id);
    String address = "/review/cases/" + id + "/media/" + evidence;

    assertThat(scene.open(address, fay).getStatus()).isEqualTo(403);
    assertThat(scene.open("/review/cases/" + id, fay).getContentAsString()).doesNotContain(address);
    scene.send("/review/cases/" + id + "/claim", fay);
    assertThat(scene.open("/review/cases/" + id, fay).getContentAsString()).contains(address);
    assertThat(scene.opened(evidence)).isZero();
    MockHttpServletResponse media = scene.open(address, fay);
    assertThat(media.getContentAsByteArray()).isEqualTo(MadeUpMedia.png(53));
    assertThat(media.getContentType()).isEqualTo("image/png");
    assertThat(media.getHeader("Cache-Control")).contains("no-store");
    assertThat(scene.opened(evidence)).isEqualTo(1);
    ReviewScene.Reviewer gil = scene.reviewer("Gil Example");
    assertThat(scene.open(address, gil).getStatus()).isEqualTo(403);
    assertThat(scene.open(address + "?veiled=true", gil).getStatus()).isEqualTo(403);
    assertThat(scene.noted("media unveiled", evidence)).isEqualTo(1);
    assertThat(scene
            .open(address.replace("cases/" + id, "cases/" + scene.scanned(54, "mal")), fay)
            .getStatus())
        .isEqualTo(403);
    assertThat(scene
            .jdbc
            .sql("select sight || points from review.exposure where person_id = :person")
            .param("person", fay.id().value())
            .query(String.class)
            .list())
        .as("no rendition was seen before, so all of it counts")
        .containsExactlyInAnyOrder("SHARP1");
  }

  @Test
  void media_behindAVeil_isASmallGreyRenditionAndNothingElse() throws Exception {
    long id = scene.scanned(153, "eve-veiled");
    ReviewScene.Reviewer fay = scene.reviewer("Fay Veiled");
    String evidence = scene.evidenceOf(id);
    String address = "/review/cases/" + id + "/media/" + evidence;
    scene.send("/review/cases/" + id + "/claim", fay);

    MockHttpServletResponse answer = scene.open(address + "?veiled=true", fay);

    assertThat(answer.getContentType()).isEqualTo("image/png");
    BufferedImage rendition =
        ImageIO.read(new ByteArrayInputStream(answer.getContentAsByteArray()));
    BufferedImage original = ImageIO.read(new ByteArrayInputStream(MadeUpMedia.png(153)));
    assertThat(Math.max(rendition.getWidth(), rendition.getHeight())).isBetween(1, 20);
    assertThat(rendition.getWidth()).isLessThanOrEqualTo(original.getWidth() / 8);
    assertThat(rendition.getColorModel().getNumComponents()).isEqualTo(1);
    assertThat(scene.opened(evidence)).isZero();
    assertThat(scene.noted("media unveiled", evidence)).isZero();
    assertThat(scene.noted("evidence veiled", evidence)).isEqualTo(1);
    assertThat(scene.open("/review/cases/" + id, fay).getContentAsString())
        .contains(" src=\"" + address + "?veiled=true\"")
        .doesNotContain(" src=\"" + address + "\"");
  }

  @Test
  void film_behindAVeil_isABlankWithoutItsBytes() throws Exception {
    byte[] film = "a made-up film".getBytes(StandardCharsets.UTF_8);
    scene.noticed(
        "film-veiled",
        List.of(new NewAttachment(
            EvidenceKind.ATTACHMENT, "video/mp4", () -> new ByteArrayInputStream(film))));
    long id = scene.casesOf("film-veiled").getFirst();
    String evidence = scene.evidenceOf(id);
    ReviewScene.Reviewer gus = scene.reviewer("Gus Veiled");
    scene.send("/review/cases/" + id + "/claim", gus);
    String address = "/review/cases/" + id + "/media/" + evidence;

    byte[] blank = scene.open(address + "?veiled=true", gus).getContentAsByteArray();

    BufferedImage rendition = ImageIO.read(new ByteArrayInputStream(blank));
    assertThat(List.of(rendition.getWidth(), rendition.getHeight())).containsOnly(1);
    assertThat(scene.opened(evidence)).isZero();
    assertThat(scene.open(address, gus).getContentAsByteArray()).isEqualTo(film);
    assertThat(scene.noted("media unveiled", evidence)).isEqualTo(1);
  }

  @Test
  void media_ofTheCaseThatComesNext_isFetchedAheadOnlyBehindItsVeil() throws Exception {
    ReviewScene.Reviewer lou = scene.reviewer("Lou Example");
    ReviewScene.Reviewer meg = scene.reviewer("Meg Example");
    long next = scene.scanned(159, "ahead");
    scene
        .jdbc
        .sql("update review.review_case set priority = 2000000000 where case_id = :case")
        .param("case", next)
        .update();
    String address = JsonPath.read(ahead(lou), "$[0]");
    String evidence = address.substring(address.lastIndexOf('/') + 1);
    String page = address.replaceFirst("/media/.*", "");
    int before = scene.opened(evidence);

    assertThat(scene.open(address, lou).getStatus()).isEqualTo(403);
    assertThat(scene.open(address + "?veiled=true", meg).getStatus()).isEqualTo(403);
    assertThat(scene.open(page, lou).getContentAsString()).doesNotContain(address);
    assertThat(scene.opened(evidence)).isEqualTo(before);
    assertThat(scene.open(address + "?veiled=true", lou).getStatus()).isEqualTo(200);
    assertThat(scene.opened(evidence)).isEqualTo(before);
    assertThat(scene.noted("evidence veiled", evidence)).isEqualTo(1);

    assertThat(scene.send(page + "/claim", meg).getStatus()).isEqualTo(302);
    assertThat(scene.open(address, meg).getStatus()).isEqualTo(200);
    assertThat(scene.open(address + "?veiled=true", lou).getStatus()).isEqualTo(403);
    scene.send(page + "/release", meg);
  }

  /// Returns the media of the next case. A case that a listener holds locked is passed over, so
  /// the first answers may be empty.
  private String ahead(ReviewScene.Reviewer reviewer) throws Exception {
    String answer = scene.send("/review/ahead", reviewer).getContentAsString();
    for (int attempt = 0; attempt < 100 && !answer.contains("/media/"); attempt++) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      answer = scene.send("/review/ahead", reviewer).getContentAsString();
    }
    return answer;
  }

  @Test
  void snapshot_ofTheNextCase_opensOnlyForItsHolder() throws Exception {
    scene.noticed("ahead-2", scene.snapshot("""
        "account": {"reference": "ahead-2"}"""));
    long id = scene.casesOf("ahead-2").getFirst();
    scene
        .jdbc
        .sql("update review.review_case set priority = 2000000001 where case_id = :case")
        .param("case", id)
        .update();
    String evidence = scene.evidenceOf(id);
    ReviewScene.Reviewer ned = scene.reviewer("Ned Example");

    assertThat(scene.send("/review/ahead", ned).getContentAsString()).isEqualTo("[]");

    String address = "/review/cases/" + id + "/media/" + evidence;
    assertThat(scene.open(address + "?veiled=true", ned).getStatus()).isEqualTo(403);
    assertThat(scene.opened(evidence)).isZero();
    scene.send("/review/cases/" + id + "/claim", ned);
    assertThat(scene.open(address + "?veiled=true", ned).getStatus()).isEqualTo(200);
  }

  @Test
  void snapshot_ofANotice_isReadOnlyByTheHolderAndRecorded() throws Exception {
    byte[] snapshot = """
        {"version": 1, "taken_at": "2026-11-22T10:00:00Z", "surface": "public",
         "before": [{"reference": "m-0", "account": "a-2", "sent_at": "2026-11-22T09:58:00Z",
           "text": "what came <before>"}],
         "message": {"reference": "m-1", "account": "niaj", "sent_at": "2026-11-22T09:58:30Z",
           "text": "made up", "edited_at": "2026-11-22T09:59:00Z"},
         "account": {"reference": "niaj", "staff": true},
         "room": {"reference": "r-1", "members": 12345}}""".getBytes(StandardCharsets.UTF_8);
    scene.noticed(
        "niaj",
        List.of(new NewAttachment(
            EvidenceKind.SNAPSHOT, Snapshot.MEDIA_TYPE, () -> new ByteArrayInputStream(snapshot))));
    long id = scene.casesOf("niaj").getFirst();
    String address = "/review/cases/" + id;
    ReviewScene.Reviewer hal = scene.reviewer("Hal Example");
    ReviewScene.Reviewer ida = scene.reviewer("Ida Example");
    scene.send(address + "/claim", hal);

    assertThat(scene.open(address, ida).getContentAsString())
        .contains("Claim the case to see its media")
        .doesNotContain("made up");
    String evidence = scene.evidenceOf(id);
    assertThat(scene.opened(evidence)).isZero();
    assertThat(scene.open(address, hal).getContentAsString())
        .containsSubsequence("what came &lt;before&gt;", "Reported", "edited", "made up")
        .contains("12,345", "Messenger’s own staff");
    assertThat(scene.opened(evidence)).isEqualTo(1);
  }

  @Test
  void media_sealedAheadOfANotice_isShownToTheHolderAndNamedByNoOtherKey() throws Exception {
    byte[] picture = MadeUpMedia.png(91);
    String sealed = scene
        .http
        .perform(post("/api/v1/evidence?surface=public&account=ottilie")
            .contentType(MediaType.IMAGE_PNG)
            .content(picture)
            .with(TestCallers.key(Scope.NOTICES)))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.length").value(picture.length))
        .andReturn()
        .getResponse()
        .getContentAsString();
    String evidence = JsonPath.read(sealed, "$.evidence");
    EvidenceId object = new EvidenceId(UUID.fromString(evidence));
    assertThat(vault.find(object).orElseThrow().description().keepUntil())
        .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(8)));

    EvidenceId others = vault.seal(
        new Caller.Vigie(),
        new NewEvidence(EvidenceKind.MEDIA, "image/png", "scan:1", Instant.now().plusSeconds(60)),
        new ByteArrayInputStream(picture));
    for (String wrong :
        List.of("00000000-0000-7000-8000-000000000001", others.value().toString())) {
      notice(wrong)
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.field").value("snapshot.message.media"));
    }
    notice(evidence).andExpect(status().isCreated());
    Eventually.holds(() -> !scene.casesOf("ottilie").isEmpty());
    String page = "/review/cases/" + scene.casesOf("ottilie").getFirst();
    String address = page + "/media/" + evidence;
    ReviewScene.Reviewer ned = scene.reviewer("Ned Example");
    assertThat(scene.open(address, ned).getStatus()).isEqualTo(403);
    scene.send(page + "/claim", ned);
    assertThat(scene.open(page, ned).getContentAsString()).contains(address);
    assertThat(scene.open(address, ned).getContentAsByteArray()).isEqualTo(picture);
    assertThat(vault.find(object).orElseThrow().description().keepUntil())
        .isAfter(Instant.now().plus(Duration.ofDays(360)));
  }

  private ResultActions notice(String evidence) throws Exception {
    String body = """
        {"ground": "rules", "category": "petty-content", "surface": "public",
         "reported": [{"account": "ottilie"}],
         "snapshot": {"version": 1, "taken_at": "2026-11-22T10:00:00Z", "surface": "public",
           "message": {"reference": "m-1", "account": "ottilie", "sent_at": "2026-11-22T09:58:30Z",
             "text": "made up", "media": [{"evidence": "%s"}]}}}""".formatted(evidence);
    return scene.http.perform(post("/api/v1/notices")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(TestCallers.key(Scope.NOTICES)));
  }
}
