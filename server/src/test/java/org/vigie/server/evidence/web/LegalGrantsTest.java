package org.vigie.server.evidence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.Grants;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.evidence.CustodyAct;
import org.vigie.server.evidence.CustodyEntry;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.evidence.Vault;

/// How legal officers get at sealed content by two, take copies, and destroy.
@ServerTest
final class LegalGrantsTest {
  private static final Caller.Vigie VIGIE = new Caller.Vigie();
  private static final String CONTENT = "{\"synthetic\":\"<script>secret</script>\"}";

  private final MockMvc http;
  private final Vault vault;
  private final Grants grants;
  private final People people;
  private final JdbcClient jdbc;
  private final BlobStore blobs;

  private PersonId alba = new PersonId(new UUID(0, 1));
  private PersonId bruno = new PersonId(new UUID(0, 2));

  @Autowired
  LegalGrantsTest(
      MockMvc http, Vault vault, Grants grants, People people, JdbcClient jdbc, BlobStore blobs) {
    this.http = http;
    this.vault = vault;
    this.grants = grants;
    this.people = people;
    this.jdbc = jdbc;
    this.blobs = blobs;
  }

  @BeforeEach
  void invite() {
    alba = legalOfficer("Alba Officer");
    bruno = legalOfficer("Bruno Officer");
  }

  private PersonId legalOfficer(String name) {
    return people
        .invite(
            VIGIE,
            new PersonName(name),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(Role.LEGAL))
        .orElseThrow();
  }

  private EvidenceId seal(String type) throws IOException {
    Instant end = Instant.now().plus(Duration.ofDays(30));
    return vault.seal(
        VIGIE,
        new NewEvidence(EvidenceKind.SNAPSHOT, type, "case:1", end),
        new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.US_ASCII)));
  }

  private MockHttpServletResponse as(PersonId person, MockHttpServletRequestBuilder request)
      throws Exception {
    return http.perform(request.with(TestCallers.person(person, Role.LEGAL)).with(csrf()))
        .andReturn()
        .getResponse();
  }

  private static String path(EvidenceId id) {
    return "/evidence/" + id.value();
  }

  /// Sends the request form, and returns the pending grant.
  private GrantId ask(PersonId person, EvidenceId id, String reason) throws Exception {
    MockHttpServletResponse answer =
        as(person, post(path(id) + "/grants").param("leave", reason).param("minutes", "240"));
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo("/evidence/grants");
    return grants.waiting().stream()
        .filter(each -> each.request().reason().equals(reason))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private int press(PersonId person, GrantId id, String act) throws Exception {
    return as(person, post("/evidence/grants/" + id.value() + "/" + act)).getStatus();
  }

  private static String under(EvidenceId id, GrantId grant) {
    return path(id) + "/grants/" + grant.value();
  }

  private List<CustodyAct> acts(EvidenceId id) {
    return vault.custody(id).stream().map(CustodyEntry::act).toList();
  }

  private List<String> ledger(EvidenceId id) {
    return jdbc.sql(
            "select act from access.ledger where subject = :subject and act <> 'page opened' order by entry_id")
        .param("subject", id.reference())
        .query(String.class)
        .list();
  }

  @Test
  void grant_askedByOneAndAgreedToByAnother_opensForTheOneWhoAsked() throws Exception {
    EvidenceId id = seal(Snapshot.MEDIA_TYPE);
    GrantId grant = ask(alba, id, "file <1>");
    assertThat(as(alba, get("/evidence/grants")).getContentAsString())
        .contains("file &lt;1&gt;", "Alba Officer", "for 4 hours", "/refuse")
        .doesNotContain(grant.value() + "/approve");
    assertThat(as(alba, get(under(id, grant) + "/content")).getStatus()).isEqualTo(403);
    MockHttpServletResponse alone =
        as(alba, post("/evidence/grants/" + grant.value() + "/approve"));
    assertThat(alone.getStatus()).isEqualTo(409);
    assertThat(alone.getContentAsString()).contains("A second person has to");
    assertThat(as(bruno, get("/evidence/grants?lang=fr")).getContentAsString())
        .contains(grant.value() + "/approve", "Approuver");
    assertThat(press(bruno, grant, "approve")).isEqualTo(303);
    assertThat(as(bruno, get(path(id))).getContentAsString()).contains("Alba Officer may open it");
    assertThat(as(alba, get(path(id))).getContentAsString()).contains(under(id, grant));
    assertThat(as(alba, get(under(id, grant))).getContentAsString())
        .contains(under(id, grant) + "/content")
        .doesNotContain("synthetic");
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED);
    MockHttpServletResponse opened = as(alba, get(under(id, grant) + "/content"));
    assertThat(opened.getContentAsString()).isEqualTo(CONTENT);
    assertThat(opened.getContentType()).isEqualTo("text/plain;charset=UTF-8");
    assertThat(opened.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(opened.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(opened.getHeader("Content-Security-Policy"))
        .isEqualTo("default-src 'none'; sandbox");
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED, CustodyAct.OPENED);
    assertThat(as(bruno, get(under(id, grant) + "/content")).getStatus()).isEqualTo(403);
    assertThat(ledger(id)).contains("evidence opened").last().isEqualTo("evidence refused");
  }

  @Test
  void picture_underAGrant_isBlurredAndGreyUntilAskedFor() throws Exception {
    EvidenceId id = seal("image/png");
    GrantId grant = ask(alba, id, "file 7");
    press(bruno, grant, "approve");
    assertThat(as(alba, get(under(id, grant))).getContentAsString())
        .contains(" src=\"" + under(id, grant) + "/content?veiled=true\"")
        .doesNotContain(" src=\"" + under(id, grant) + "/content\"");
    MockHttpServletResponse veiled =
        as(alba, get(under(id, grant) + "/content").param("veiled", "true"));
    assertThat(veiled.getContentType()).isEqualTo("image/png");
    assertThat(veiled.getContentAsString()).doesNotContain(CONTENT);
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED, CustodyAct.VEILED);
    assertThat(as(alba, get(under(id, grant) + "/content")).getContentAsString())
        .isEqualTo(CONTENT);
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED, CustodyAct.VEILED, CustodyAct.OPENED);
  }

  @Test
  void copy_ofASnapshot_isAFileOfJson() throws Exception {
    EvidenceId id = seal(Snapshot.MEDIA_TYPE);
    GrantId grant = ask(alba, id, "file 8");
    press(bruno, grant, "approve");
    assertThat(as(alba, post(under(id, grant) + "/copy").param("purpose", "for the court"))
            .getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename=\"evidence-" + id.value() + ".json\"");
  }

  @Test
  void copy_underAGrant_isAFileAndTheChainSaysToWhatPurpose() throws Exception {
    EvidenceId id = seal("text/html");
    GrantId grant = ask(alba, id, "file 2");
    press(bruno, grant, "approve");
    assertThat(as(alba, get(under(id, grant))).getContentAsString())
        .contains("Take a copy")
        .doesNotContain("/content");
    assertThat(as(alba, get(under(id, grant) + "/content")).getStatus()).isEqualTo(409);
    String unsaid = Objects.requireNonNull(
        as(alba, post(under(id, grant) + "/copy").param("purpose", " ")).getHeader("Location"));
    assertThat(as(alba, get(unsaid)).getContentAsString()).contains("Enter the purpose");
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED);
    MockHttpServletResponse copy =
        as(alba, post(under(id, grant) + "/copy").param("purpose", "for the court"));
    assertThat(copy.getContentAsString()).isEqualTo(CONTENT);
    assertThat(copy.getContentType()).isEqualTo("application/octet-stream");
    assertThat(copy.getHeader("Content-Disposition"))
        .startsWith("attachment; filename=\"evidence-");
    CustodyEntry entry = vault.custody(id).getLast();
    assertThat(entry.act()).isEqualTo(CustodyAct.COPIED);
    assertThat(entry.reason()).isEqualTo("legal file 2 copy: for the court");
    assertThat(entry.caller()).isEqualTo("person:" + alba.value());
    assertThat(ledger(id)).last().isEqualTo("evidence copied");
    assertThat(as(bruno, get(path(id))).getContentAsString())
        .contains(">Alba Officer</td>", "Legal request", "Copy: for the court")
        .contains("Grant <code class=\"small\">" + grant.value());
  }

  @Test
  void grant_refusedWithdrawnOrRevoked_opensNothing() throws Exception {
    EvidenceId id = seal(Snapshot.MEDIA_TYPE);
    GrantId refused = ask(alba, id, "file 3");
    assertThat(press(bruno, refused, "refuse")).isEqualTo(303);
    assertThat(press(bruno, refused, "approve")).isEqualTo(409);
    GrantId withdrawn = ask(alba, id, "file 4");
    assertThat(press(alba, withdrawn, "refuse")).isEqualTo(303);
    GrantId revoked = ask(alba, id, "file 5");
    press(bruno, revoked, "approve");
    assertThat(press(bruno, revoked, "revoke")).isEqualTo(303);
    assertThat(press(bruno, revoked, "revoke")).isEqualTo(409);
    for (GrantId grant : List.of(refused, withdrawn, revoked)) {
      MockHttpServletResponse answer = as(alba, get(under(id, grant)));
      assertThat(answer.getStatus()).isEqualTo(403);
      assertThat(answer.getContentAsString()).contains("You have no access to this evidence");
    }
    assertThat(acts(id)).containsExactly(CustodyAct.SEALED);
    assertThat(grants.standing(Purpose.LEGAL)).noneMatch(each -> each.id().equals(revoked));
    assertThat(jdbc.sql(
                "select act from access.ledger where subject = :subject and act <> 'page opened' order by entry_id")
            .param("subject", "grant:" + refused.value())
            .query(String.class)
            .list())
        .containsExactly("grant asked for", "grant refused");
  }

  @Test
  void ask_wronglyFilledIn_isShownAgain() throws Exception {
    EvidenceId id = seal(Snapshot.MEDIA_TYPE);
    MockHttpServletResponse answer =
        as(alba, post(path(id) + "/grants").param("leave", " ").param("minutes", "600"));
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(answer.getContentAsString()).contains("Enter the purpose", "Choose a duration");
    assertThat(grants.waiting()).noneMatch(each -> each.request().holder().equals(alba));
  }

  @Test
  void content_damagedInTheStore_isReportedAndNotSent() throws Exception {
    EvidenceId id = seal(Snapshot.MEDIA_TYPE);
    GrantId grant = ask(alba, id, "file 6");
    press(bruno, grant, "approve");
    String blob = jdbc.sql("select blob from evidence.object where evidence_id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
    blobs.delete(new BlobAddress(blob));
    MockHttpServletResponse answer = as(alba, get(under(id, grant) + "/content"));
    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getContentAsString()).contains("This evidence is damaged");
    assertThat(as(alba, get(under(id, grant) + "/content?lang=fr")).getContentAsString())
        .contains("Cette preuve est endommagée");
  }

  /// Sends the request form, and returns the pending grant.
  private GrantId askToDestroy(PersonId person, EvidenceId id, String reason) throws Exception {
    MockHttpServletResponse answer =
        as(person, post(path(id) + "/destroy").param("reason", reason));
    assertThat(answer.getStatus()).isEqualTo(303);
    return grants.waiting().stream()
        .filter(each -> each.request().purpose() == Purpose.DESTRUCTION)
        .filter(each -> each.request().evidence().contains(id.reference()))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void destroy_askedByOneAndAgreedToByAnother_isDoneAndInTheChain() throws Exception {
    EvidenceId id = seal(Snapshot.MEDIA_TYPE);
    String page = path(id) + "/destroy";
    assertThat(as(alba, get(page)).getContentAsString())
        .contains("Early destruction needs a second person");
    assertThat(as(alba, post(page).param("reason", " ")).getStatus()).isEqualTo(422);
    GrantId grant = askToDestroy(alba, id, "asked by the <court>");
    assertThat(as(bruno, post(page).param("reason", "me too")).getStatus()).isEqualTo(409);
    assertThat(press(alba, grant, "approve")).isEqualTo(409);
    assertThat(as(alba, get(path(id))).getContentAsString())
        .contains("Alba Officer requested destruction");
    assertThat(as(bruno, get("/evidence/grants?lang=fr")).getContentAsString())
        .contains("Approuver et détruire définitivement", "asked by the &lt;court&gt;");
    assertThat(as(alba, get(under(id, grant) + "/content")).getStatus()).isEqualTo(403);
    assertThat(press(bruno, grant, "approve")).isEqualTo(303);
    assertThat(press(bruno, grant, "approve")).isEqualTo(409);
    assertThat(acts(id))
        .containsExactly(CustodyAct.SEALED, CustodyAct.DESTRUCTION_ASKED, CustodyAct.DESTROYED);
    CustodyEntry last = vault.custody(id).getLast();
    assertThat(last.caller()).isEqualTo("person:" + bruno.value());
    assertThat(last.grant()).contains(grant);
    assertThat(last.reason())
        .isEqualTo("asked by person:" + alba.value() + ": asked by the <court>");
    assertThat(ledger(id)).contains("evidence destruction asked", "evidence destroyed");
    assertThat(as(alba, get(path(id))).getContentAsString())
        .contains("Requested by Alba Officer: asked by the &lt;court&gt;");
    List<Integer> statuses = new ArrayList<>();
    statuses.add(as(alba, get(page)).getStatus());
    statuses.add(as(alba, post(page).param("reason", "again")).getStatus());
    statuses.add(as(alba, post(path(id) + "/grants").param("leave", "x").param("minutes", "15"))
        .getStatus());
    assertThat(statuses).containsOnly(410);
    assertThat(as(alba, get(page)).getContentAsString()).contains("This evidence no longer exists");
  }

  @Test
  void destroy_underAHold_isRefusedWhenAskedAndWhenAgreedTo() throws Exception {
    EvidenceId id = seal(Snapshot.MEDIA_TYPE);
    String page = path(id) + "/destroy";
    Hold early = vault.hold(VIGIE, id, "a <law>", "file:1", Optional.empty());
    assertThat(as(alba, get(page)).getContentAsString())
        .contains("a &lt;law&gt;, file:1")
        .doesNotContain("Request approval");
    MockHttpServletResponse held = as(alba, post(page).param("reason", "asked by the court"));
    assertThat(held.getStatus()).isEqualTo(409);
    assertThat(held.getContentAsString()).contains("the object is under a hold");
    vault.release(VIGIE, early.id(), "done");
    GrantId grant = askToDestroy(alba, id, "asked by the court");
    Hold late = vault.hold(VIGIE, id, "a law", "file:2", Optional.empty());
    assertThat(
            as(alba, post("/evidence/grants/" + grant.value() + "/approve")).getContentAsString())
        .doesNotContain("A hold prevents this");
    MockHttpServletResponse refused =
        as(bruno, post("/evidence/grants/" + grant.value() + "/approve"));
    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(refused.getContentAsString()).contains("A hold prevents this");
    vault.release(VIGIE, late.id(), "done");
    assertThat(press(bruno, grant, "refuse")).isEqualTo(303);
    assertThat(press(bruno, grant, "approve")).isEqualTo(409);
    assertThat(vault.find(id).orElseThrow().state()).isEqualTo(EvidenceObject.State.SEALED);
    assertThat(acts(id))
        .containsExactly(
            CustodyAct.SEALED,
            CustodyAct.HELD,
            CustodyAct.DESTRUCTION_REFUSED,
            CustodyAct.RELEASED,
            CustodyAct.DESTRUCTION_ASKED,
            CustodyAct.HELD,
            CustodyAct.DESTRUCTION_REFUSED,
            CustodyAct.RELEASED,
            CustodyAct.DESTRUCTION_DECLINED);
  }
}
