package org.vigie.server.review.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.vigie.connector.Surface;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.web.CallerAuthentication;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.Language;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.MadeUpContent;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.deciding.Desk;

/// For how long files of strangers are kept, and how much a key has sealed.
@ServerTest
@TestPropertySource(properties = "vigie.report.quota.key=1KB")
final class StrangersFilesTest {
  private final Intake intake;
  private final Notices notices;
  private final Vault vault;
  private final Desk desk;
  private final JdbcClient jdbc;

  @Autowired
  StrangersFilesTest(Intake intake, Notices notices, Vault vault, Desk desk, JdbcClient jdbc) {
    this.intake = intake;
    this.notices = notices;
    this.vault = vault;
    this.desk = desk;
    this.jdbc = jdbc;
  }

  private EvidenceId sent(Origin origin, Caller caller, String content) throws IOException {
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey("scams-and-fraud"),
        "A made-up reason.",
        List.of(MadeUpContent.account(UUID.randomUUID().toString())),
        MadeUpSubjects.MAIN,
        Surface.PUBLIC,
        false,
        Language.EN);
    NewAttachment file = new NewAttachment(
        EvidenceKind.ATTACHMENT,
        "image/png",
        () -> new ByteArrayInputStream(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    IntakeOutcome.Received received = (IntakeOutcome.Received)
        intake.receive(new NewNotice(caller, Optional.empty(), origin, claim, List.of(file)));
    return notices.find(received.receipt().notice()).orElseThrow().evidence().getFirst();
  }

  private long daysKept(EvidenceId id) {
    Instant until = vault.find(id).orElseThrow().description().keepUntil();
    return Duration.between(Instant.now(), until.plusSeconds(60)).toDays();
  }

  private CaseId caseOf(EvidenceId id) {
    return await()
        .until(
            () -> jdbc.sql("select case_id from review.case_evidence where evidence_id = :id")
                .param("id", id.value())
                .query((row, _) -> new CaseId(row.getLong("case_id")))
                .optional(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void fileOfTheForm_isKeptShortlyUntilAPersonClaimsItsCase(@Autowired People people)
      throws Exception {
    EvidenceId file =
        sent(new Origin.Form(Optional.empty()), new Caller.Vigie(), "nothing that can be read");
    CaseId id = caseOf(file);
    assertThat(daysKept(file)).as("the case is open, and nobody has looked").isEqualTo(14);

    PersonId reviewer = people
        .invite(
            new Caller.Vigie(),
            new PersonName("Invented Reviewer"),
            new EmailAddress("claims@example.org"),
            Set.of(Role.REVIEWER))
        .orElseThrow();
    assertThat(desk.claim(reviewer, id)).isInstanceOf(ClaimOutcome.Claimed.class);
    assertThat(daysKept(file)).isEqualTo(365);
  }

  @Test
  void fileOfAMessenger_isKeptAsLongAsBefore() throws Exception {
    KeyId key = new KeyId("keptkeptkept");
    EvidenceId file =
        sent(new Origin.Messenger(key, Optional.empty()), new Caller.Key(key), "another file");
    caseOf(file);
    assertThat(daysKept(file)).isEqualTo(365);
  }

  @Test
  void key_thatHasHadItsShareSealed_isRefusedUntilTomorrow(@Autowired MockMvc http)
      throws Exception {
    seal(http, "quotaquotaqu", 1_000).andExpect(status().isCreated());
    seal(http, "quotaquotaqu", 100)
        .andExpect(status().isTooManyRequests())
        .andExpect(jsonPath("$.type").value("/problems/storage-quota"))
        .andExpect(header().exists("Retry-After"));
    seal(http, "quotaquotaqu", 24).andExpect(status().isCreated());
    seal(http, "anotheranoth", 1_000).andExpect(status().isCreated());
  }

  private static ResultActions seal(MockMvc http, String key, int bytes) throws Exception {
    return http.perform(post("/api/v1/evidence?surface=private")
        .contentType("application/octet-stream")
        .content(new byte[bytes])
        .with(authentication(new CallerAuthentication(
            new Caller.Key(new KeyId(key)), "key:" + key, Scope.NOTICES.permissions()))));
  }
}
