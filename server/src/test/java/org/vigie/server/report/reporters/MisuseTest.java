package org.vigie.server.report.reporters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.connector.Surface;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Vault;
import org.vigie.server.frame.Language;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.MadeUpContent;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReporterMark;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;

/// Senders of manifestly unfounded notices, and the measures against them.
@ServerTest
final class MisuseTest {
  private static final Caller.Key KEY = new Caller.Key(new KeyId("testtesttest"));
  private static final MisuseRegister.Weighed WEIGHED = new MisuseRegister.Weighed(
      Misuse.Gravity.MEDIUM, Misuse.Intent.DELIBERATE, "Twelve rivals reported within a day.");

  private final MockMvc http;
  private final Intake intake;
  private final Notices notices;
  private final MisuseRegister reporters;
  private final JdbcClient jdbc;

  @Autowired
  private Vault vault;

  @Autowired
  MisuseTest(
      MockMvc http, Intake intake, Notices notices, MisuseRegister reporters, JdbcClient jdbc) {
    this.http = http;
    this.intake = intake;
    this.notices = notices;
    this.reporters = reporters;
    this.jdbc = jdbc;
  }

  private static Origin.Messenger from(String reporter) {
    return new Origin.Messenger(KEY.id(), Optional.of(reporter));
  }

  private static NewNotice notice(Origin origin, NewAttachment... attachments) {
    return notice("scams-and-fraud", origin, attachments);
  }

  private static NewNotice notice(String category, Origin origin, NewAttachment... attachments) {
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey(category),
        "",
        List.of(MadeUpContent.account("a-1")),
        MadeUpSubjects.MAIN,
        Surface.PUBLIC,
        false,
        Language.EN);
    return new NewNotice(KEY, Optional.empty(), origin, claim, List.of(attachments));
  }

  private NoticeId unfounded(String reporter) throws IOException {
    IntakeOutcome.Received received =
        (IntakeOutcome.Received) intake.receive(notice(from(reporter)));
    NoticeId id = received.receipt().notice();
    notices.decided(id, new Notice.Outcome(false, false, "Nothing is wrong with it.", true));
    return id;
  }

  private static ReporterMark mark(String reporter) {
    return ReporterMark.of(from(reporter), MadeUpSubjects.MAIN).orElseThrow();
  }

  @Test
  void suspension_withoutAWarningBefore_isRefused() throws Exception {
    unfounded("hasty");

    assertThat(reporters.suspend(KEY, mark("hasty"), Duration.ofDays(30), WEIGHED))
        .isEqualTo(MisuseRegister.Change.NOT_WARNED);
    assertThat(intake.receive(notice(from("hasty")))).isInstanceOf(IntakeOutcome.Received.class);
  }

  @Test
  void measure_againstAReporterWithoutUnfoundedNotices_isRefused() throws Exception {
    intake.receive(notice(from("honest")));

    assertThat(reporters.warn(KEY, mark("honest"), WEIGHED))
        .isEqualTo(MisuseRegister.Change.NOTHING_UNFOUNDED);
    assertThat(reporters.warn(KEY, mark("unknown"), WEIGHED))
        .isEqualTo(MisuseRegister.Change.NOTHING_UNFOUNDED);
  }

  /// A life may depend on it, also if the sender was wrong before.
  @Test
  void noticeAboutDangerToLife_ofASuspendedReporter_isTaken() throws Exception {
    unfounded("worried");
    reporters.warn(KEY, mark("worried"), WEIGHED);
    reporters.suspend(KEY, mark("worried"), Duration.ofDays(30), WEIGHED);
    assertThat(intake.receive(notice(from("worried")))).isInstanceOf(IntakeOutcome.Suspended.class);

    assertThat(intake.receive(notice("suicide-announced", from("worried"))))
        .isInstanceOf(IntakeOutcome.Received.class);
  }

  @Test
  void suspension_afterAWarning_holdsForItsTimeAndRecordsTheFourFactors() throws Exception {
    unfounded("troll");
    unfounded("troll");
    intake.receive(notice(from("troll")));
    assertThat(reporters.warn(KEY, mark("troll"), WEIGHED)).isEqualTo(MisuseRegister.Change.DONE);
    assertThat(reporters.suspend(KEY, mark("troll"), Duration.ofDays(30), WEIGHED))
        .isEqualTo(MisuseRegister.Change.DONE);

    assertThat(intake.receive(notice(from("troll")))).isInstanceOf(IntakeOutcome.Suspended.class);
    assertThat(intake.receive(notice(from("neighbour"))))
        .isInstanceOf(IntakeOutcome.Received.class);
    http.perform(post("/api/v1/notices")
            .contentType(MediaType.APPLICATION_JSON)
            .content("""
                {"ground": "rules", "category": "scams-and-fraud", "surface": "public",
                 "reported": [{"account": "a-1"}], "reporter": "troll"}""")
            .with(TestCallers.key(Scope.NOTICES)))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.type").value("/problems/reporter-suspended"))
        .andExpect(jsonPath("$.until").exists())
        .andExpect(jsonPath("$.reason").value(WEIGHED.reason()))
        .andExpect(header().exists("Retry-After"));
    assertThat(reporters.history(mark("troll")))
        .extracting(Misuse::number, Misuse::total, Misuse::gravity, Misuse::intent)
        .containsOnly(org.assertj.core.groups.Tuple.tuple(
            2, 3, Misuse.Gravity.MEDIUM, Misuse.Intent.DELIBERATE))
        .hasSize(2);

    jdbc.sql("update report.misuse set until = now() - interval '1 second'"
            + " where until is not null and reporter_mark = :mark")
        .param("mark", mark("troll").value())
        .update();
    assertThat(intake.receive(notice(from("troll")))).isInstanceOf(IntakeOutcome.Received.class);
  }

  @Test
  void reportersPage_byALead_warns() throws Exception {
    unfounded("on-page");
    String path = "/reporters/" + mark("on-page").value();
    http.perform(get("/reporters").with(TestCallers.person(Role.LEAD)))
        .andExpect(content().string(containsString(path)));
    http.perform(get(path).with(TestCallers.person(Role.LEAD)))
        .andExpect(content().string(not(containsString("checked"))));
    http.perform(post(path)
            .with(TestCallers.person(Role.LEAD))
            .with(csrf())
            .param("measure", "warn")
            .param("reason", "Too many."))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("Please choose.")))
        .andExpect(content().string(containsString("Too many.")));
    http.perform(post(path)
            .with(TestCallers.person(Role.LEAD))
            .with(csrf())
            .param("measure", "30")
            .param("gravity", "LOW")
            .param("intent", "UNKNOWN")
            .param("reason", "Too many."))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("A suspension needs a warning")));
    http.perform(post(path)
            .with(TestCallers.person(Role.LEAD))
            .with(csrf())
            .param("measure", "warn")
            .param("gravity", "LOW")
            .param("intent", "UNKNOWN")
            .param("reason", "Too many."))
        .andExpect(status().isSeeOther());
    http.perform(get(path).with(TestCallers.person(Role.LEAD)))
        .andExpect(content().string(containsString("Warned")));
  }

  @Test
  void attachment_ofANotice_isScannedAndSealed() throws Exception {
    byte[] bytes = "a made-up screenshot".getBytes(StandardCharsets.UTF_8);
    NewAttachment attachment = new NewAttachment(
        EvidenceKind.ATTACHMENT, "IMAGE/png; x", () -> new ByteArrayInputStream(bytes));
    IntakeOutcome.Received received =
        (IntakeOutcome.Received) intake.receive(notice(from("with-file"), attachment));
    NoticeId id = received.receipt().notice();

    Notice notice = notices.find(id).orElseThrow();
    EvidenceObject sealed = vault.find(notice.evidence().getFirst()).orElseThrow();
    assertThat(sealed.length()).isEqualTo(bytes.length);
    assertThat(sealed.description().source()).startsWith("scan:");
    assertThat(sealed.description().mediaType()).isEqualTo("application/octet-stream");
    assertThat(jdbc.sql("select count(*) from report.attachment a join scan.scan using (scan_id)"
                + " where a.notice_id = :id")
            .param("id", id.value())
            .query(Long.class)
            .single())
        .isEqualTo(1);
  }

  @Test
  void snapshot_ofAMessage_isSealedIfItIsOne() throws Exception {
    String sound = """
        {"version": 1, "taken_at": "2026-11-22T10:00:00Z", "surface": "public",
         "message": {"reference": "m-1", "account": "a-1", "sent_at": "2026-11-22T09:58:30Z",
           "text": "made up"}}""";
    assertThat(notices
            .find(new NoticeId(java.util.UUID.fromString(sendSnapshot(sound)
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("(?s).*\"notice_id\":\"([^\"]+)\".*", "$1"))))
            .orElseThrow()
            .evidence())
        .hasSize(1);
    sendSnapshot(sound.replace("sent_at", "sent"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("snapshot.message.sent"));
    sendSnapshot(sound.replace("\"version\": 1", "\"version\": 2"))
        .andExpect(jsonPath("$.field").value("snapshot.version"));
  }

  private org.springframework.test.web.servlet.ResultActions sendSnapshot(String snapshot)
      throws Exception {
    return http.perform(post("/api/v1/notices")
        .contentType(MediaType.APPLICATION_JSON)
        .content("""
            {"ground": "rules", "category": "scams-and-fraud", "surface": "public",
             "reported": [{"account": "a-1"}], "snapshot": %s}""".formatted(snapshot))
        .with(TestCallers.key(Scope.NOTICES)));
  }
}
