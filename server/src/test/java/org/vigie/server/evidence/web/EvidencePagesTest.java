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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.Hold;
import org.vigie.server.evidence.NewEvidence;
import org.vigie.server.evidence.Vault;
import org.vigie.server.evidence.keeping.Destruction;
import org.vigie.server.evidence.keeping.Retention;

/// The pages of the vault, and the holds that people place and release.
@ServerTest
final class EvidencePagesTest {
  private static final Caller.Vigie VIGIE = new Caller.Vigie();

  private final MockMvc http;
  private final Vault vault;
  private final Retention retention;
  private final JdbcClient jdbc;

  @Autowired
  EvidencePagesTest(MockMvc http, Vault vault, Retention retention, JdbcClient jdbc) {
    this.http = http;
    this.vault = vault;
    this.retention = retention;
    this.jdbc = jdbc;
  }

  private EvidenceId seal(EvidenceKind kind, String source) throws IOException {
    Instant end = Instant.now().plus(Duration.ofDays(30));
    return vault.seal(
        VIGIE,
        new NewEvidence(kind, "text/<b>", source, end),
        new ByteArrayInputStream("synthetic secret".getBytes(StandardCharsets.US_ASCII)));
  }

  private String open(String address, Role role) throws Exception {
    MockHttpServletResponse answer =
        http.perform(get(address).with(TestCallers.person(role))).andReturn().getResponse();
    assertThat(answer.getStatus()).as(address).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
    return http.perform(request.with(TestCallers.person(Role.LEGAL)).with(csrf()))
        .andReturn()
        .getResponse();
  }

  private static String path(EvidenceId id) {
    return "/evidence/" + id.value();
  }

  @Test
  void vault_filtered_listsWhatFitsInBothLanguages() throws Exception {
    EvidenceId media = seal(EvidenceKind.MEDIA, "scan:list");
    EvidenceId snapshot = seal(EvidenceKind.SNAPSHOT, "notice:list");
    EvidenceId destroyed = seal(EvidenceKind.MEDIA, "scan:list");
    retention.destroy(VIGIE, destroyed, "test");
    vault.hold(VIGIE, snapshot, "a law", "file:1", Optional.empty());
    assertThat(open("/evidence", Role.AUDITOR))
        .contains(path(media), path(snapshot), path(destroyed));
    assertThat(open("/evidence?kind=MEDIA&state=SEALED&source=scan:list", Role.LEAD))
        .contains(path(media))
        .doesNotContain(path(snapshot), path(destroyed));
    assertThat(open("/evidence?state=DESTROYED&lang=fr", Role.LEGAL))
        .contains(path(destroyed), "Détruit")
        .doesNotContain(path(media));
    assertThat(open("/evidence?held=true", Role.LEGAL))
        .contains(path(snapshot))
        .doesNotContain(path(media));
    assertThat(open("/evidence?source=none", Role.LEGAL)).contains("No matching evidence");
    assertThat(open("/", Role.AUDITOR)).contains("sealed objects", "under a hold");
    assertThat(open("/", Role.REVIEWER)).doesNotContain("sealed objects");
  }

  @Test
  void evidence_opened_tellsItsChainAndNeverItsContent() throws Exception {
    EvidenceId id = seal(EvidenceKind.ATTACHMENT, "notice:1");
    String page = open(path(id), Role.AUDITOR);
    assertThat(page)
        .contains(
            "Intact: every entry is as it was written",
            "text/&lt;b&gt;",
            "notice:1",
            "Attachment",
            ">Vigie</td>")
        .doesNotContain("synthetic secret", "place-hold");
    assertThat(open(path(id), Role.LEGAL)).contains("place-hold");
    tamper("update evidence.custody_entry set caller = 'person:x' where evidence_id = ?", id);
    assertThat(open(path(id) + "?lang=fr", Role.LEGAL)).contains("Rompue");
  }

  private void tamper(String statement, EvidenceId id) {
    jdbc.sql("alter table evidence.custody_entry disable trigger user").update();
    jdbc.sql(statement).param(id.value()).update();
    jdbc.sql("alter table evidence.custody_entry enable trigger user").update();
  }

  @Test
  void hold_placedAndReleasedByAPerson_isInForceInBetween() throws Exception {
    EvidenceId id = seal(EvidenceKind.MEDIA, "scan:2");
    MockHttpServletResponse placed = send(post(path(id) + "/holds")
        .param("source", " Art. 6 <law> ")
        .param("reference", "file:9")
        .param("expires", "2099-12-31"));
    assertThat(placed.getStatus()).isEqualTo(303);
    assertThat(placed.getHeader("Location")).isEqualTo(path(id));
    Hold hold = vault.holds(id).getFirst();
    assertThat(hold.source()).isEqualTo("Art. 6 <law>");
    assertThat(hold.expires()).contains(Instant.parse("2100-01-01T00:00:00Z"));
    assertThat(open(path(id), Role.LEGAL))
        .contains("Art. 6 &lt;law&gt;", "release-hold", "31 Dec 2099, at the end of the day")
        .doesNotContain("1 Jan 2100");
    assertThat(open(path(id) + "/destroy?lang=fr", Role.LEGAL))
        .contains("31 déc. 2099, à la fin du jour");
    assertThat(retention.destroy(VIGIE, id, "test")).isInstanceOf(Destruction.Refused.class);
    assertThat(send(post(path(id) + "/holds/release")
                .param("hold", hold.id().value().toString())
                .param("reason", " "))
            .getStatus())
        .isEqualTo(422);
    assertThat(send(post(path(id) + "/holds/release")
                .param("hold", hold.id().value().toString())
                .param("reason", "the file is closed"))
            .getStatus())
        .isEqualTo(303);
    assertThat(vault.holds(id)).isEmpty();
    assertThat(vault.custody(id).getLast().reason()).endsWith("the file is closed");
    assertThat(vault.custody(id).getLast().caller()).startsWith("person:");
  }

  @Test
  void hold_wronglyFilledIn_isShownAgainWithWhatIsWrong() throws Exception {
    EvidenceId id = seal(EvidenceKind.MEDIA, "scan:3");
    for (String expires : new String[] {"2020-01-01", "tomorrow", "2099-02-30"}) {
      MockHttpServletResponse answer = send(post(path(id) + "/holds")
          .param("source", "")
          .param("reference", "kept <as typed>")
          .param("expires", expires));
      assertThat(answer.getStatus()).isEqualTo(422);
      assertThat(answer.getContentAsString())
          .contains("Enter the legal source", "Enter today or a later day", "kept &lt;as typed")
          .doesNotContain("Enter the reference");
    }
    assertThat(vault.holds(id)).isEmpty();
  }

  @Test
  void hold_onWhatWasDestroyed_isGone() throws Exception {
    EvidenceId id = seal(EvidenceKind.MEDIA, "scan:4");
    retention.destroy(VIGIE, id, "test");
    assertThat(open(path(id), Role.LEGAL)).contains("Destroyed").doesNotContain("place-hold");
    assertThat(send(post(path(id) + "/holds").param("source", "a").param("reference", "b"))
            .getStatus())
        .isEqualTo(410);
  }

  @Test
  void evidence_thatIsNotThere_isNotFound() throws Exception {
    String unknown = "/evidence/00000000-0000-7000-8000-000000000009";
    for (String address : new String[] {unknown, "/evidence/x", "/evidence?before=x"}) {
      assertThat(http.perform(get(address).with(TestCallers.person(Role.LEGAL)))
              .andReturn()
              .getResponse()
              .getStatus())
          .isEqualTo(404);
    }
    assertThat(send(post(unknown + "/holds").param("source", "a").param("reference", "b"))
            .getStatus())
        .isEqualTo(404);
  }
}
