package org.vigie.server.report.reporters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.vigie.connector.Surface;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.web.CallerAuthentication;
import org.vigie.server.frame.Language;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.MadeUpContent;
import org.vigie.server.report.Notice;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReporterMark;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The answers to messengers about reporters who were warned or suspended.
@ServerTest
final class ReporterMeasuresTest {
  private static final Caller LEAD = new Caller.Vigie();
  private static final KeyId OURS = new KeyId("oursoursours");
  private static final KeyId THEIRS = new KeyId("theirstheirs");
  private static final KeyId ASKING = new KeyId("askingasking");
  private static final KeyId OTHERS = new KeyId("othersothers");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final MockMvc http;
  private final Intake intake;
  private final Notices notices;
  private final MisuseRegister reporters;
  private final JdbcClient jdbc;

  @Autowired
  ReporterMeasuresTest(
      MockMvc http, Intake intake, Notices notices, MisuseRegister reporters, JdbcClient jdbc) {
    this.http = http;
    this.intake = intake;
    this.notices = notices;
    this.reporters = reporters;
    this.jdbc = jdbc;
  }

  private static MisuseRegister.Weighed because(String reason) {
    return new MisuseRegister.Weighed(Misuse.Gravity.LOW, Misuse.Intent.CARELESS, reason);
  }

  private ReporterMark unfounded(KeyId key, String reporter) throws Exception {
    Origin origin = new Origin.Messenger(key, Optional.of(reporter));
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey("scams-and-fraud"),
        "",
        List.of(MadeUpContent.account("a-1")),
        MadeUpSubjects.MAIN,
        Surface.PUBLIC,
        false,
        Language.EN);
    NewNotice notice =
        new NewNotice(new Caller.Key(key), Optional.empty(), origin, claim, List.of());
    IntakeOutcome.Received received = (IntakeOutcome.Received) intake.receive(notice);
    notices.decided(
        received.receipt().notice(), new Notice.Outcome(false, false, "Nothing.", true));
    return ReporterMark.of(origin, MadeUpSubjects.MAIN).orElseThrow();
  }

  private ResultActions call(KeyId key, String path, String... parameter) throws Exception {
    var request = get(path)
        .with(authentication(new CallerAuthentication(
            new Caller.Key(key), "key:" + key.value(), Scope.NOTICES.permissions())));
    if (parameter.length > 0) {
      request.param(parameter[0], parameter[1]);
    }
    return http.perform(request);
  }

  private JsonNode measures(KeyId key, String... since) throws Exception {
    String[] parameter = since.length == 0 ? since : new String[] {"since", since[0]};
    return JSON.readTree(call(key, "/api/v1/reporters", parameter)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString());
  }

  private static List<String> told(JsonNode answer) {
    List<String> all = new ArrayList<>();
    answer
        .path("measures")
        .forEach(each -> all.add(
            each.path("reporter").asString() + " " + each.path("measure").asString()));
    return all;
  }

  private long entriesInTheLedger(KeyId key, ReporterMark mark) {
    return jdbc.sql("select count(*) from access.ledger where act = 'reporter told'"
            + " and subject = :subject and caller = :caller")
        .param("subject", "reporter:" + mark.value())
        .param("caller", "key:" + key.value())
        .query(Long.class)
        .single();
  }

  @Test
  void messenger_followingTheMeasures_getsEachOnceAndNoneOfOtherKeys() throws Exception {
    ReporterMark first = unfounded(OURS, "first");
    ReporterMark foreign = unfounded(THEIRS, "foreign");
    ReporterMark same = unfounded(THEIRS, "first");
    assertThat(reporters.warn(LEAD, first, because("Too many.")))
        .isEqualTo(MisuseRegister.Change.DONE);
    reporters.warn(LEAD, foreign, because("Theirs."));
    reporters.warn(LEAD, same, because("Theirs, too."));

    JsonNode begin = measures(OURS);
    assertThat(told(begin)).containsExactly("first warned");
    assertThat(begin.path("measures").path(0).path("reason").asString()).isEqualTo("Too many.");
    assertThat(begin.path("measures").path(0).path("unfounded").asInt()).isEqualTo(1);
    String cursor = begin.path("cursor").asString();
    assertThat(told(measures(OURS, cursor))).isEmpty();
    assertThat(measures(OURS, cursor).path("cursor").asString()).isEqualTo(cursor);

    reporters.suspend(LEAD, first, Duration.ofDays(30), because("They went on."));
    JsonNode then = measures(OURS, cursor);
    assertThat(told(then)).containsExactly("first suspended");
    assertThat(then.path("measures").path(0).path("until").isString()).isTrue();
    assertThat(told(measures(OURS))).containsExactly("first warned", "first suspended");
    assertThat(entriesInTheLedger(OURS, first))
        .as("each was told for the first time once")
        .isEqualTo(2);

    String theirs = measures(THEIRS).path("cursor").asString();
    call(OURS, "/api/v1/reporters", "since", theirs)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("since"));
  }

  @Test
  void standing_ofAReporter_isThatOfTheOwnKeyAlone() throws Exception {
    String path = "/api/v1/reporters/standing";
    ReporterMark mark = unfounded(ASKING, "u/1 ?#ü");
    unfounded(OTHERS, "u/1 ?#ü");
    call(ASKING, path, "reporter", "u/1 ?#ü").andExpect(jsonPath("$.state").value("good"));
    reporters.warn(LEAD, mark, because("Too many."));
    call(ASKING, path, "reporter", "u/1 ?#ü")
        .andExpect(jsonPath("$.state").value("warned"))
        .andExpect(jsonPath("$.reason").value("Too many."));
    assertThat(entriesInTheLedger(ASKING, mark)).isEqualTo(1);
    reporters.suspend(LEAD, mark, Duration.ofDays(30), because("They went on."));
    call(ASKING, path, "reporter", "u/1 ?#ü")
        .andExpect(jsonPath("$.state").value("suspended"))
        .andExpect(jsonPath("$.reason").value("They went on."))
        .andExpect(jsonPath("$.until").exists());
    call(OTHERS, path, "reporter", "u/1 ?#ü").andExpect(jsonPath("$.state").value("good"));
    jdbc.sql("update report.misuse set until = now() - interval '1 second' where until is not null"
            + " and reporter_mark = :mark")
        .param("mark", mark.value())
        .update();
    call(ASKING, path, "reporter", "u/1 ?#ü").andExpect(jsonPath("$.state").value("warned"));
    call(ASKING, path, "reporter", "nobody").andExpect(jsonPath("$.state").value("good"));
    call(ASKING, path, "reporter", "invented@example.org")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("reporter"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "not-a-cursor", "00000000-0000-4000-8000-000000000000"})
  void cursor_thatWasNotGiven_isRefused(String cursor) throws Exception {
    call(OURS, "/api/v1/reporters", "since", cursor)
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("since"));
  }

  @Test
  void key_withoutTheScope_getsNothing() throws Exception {
    http.perform(get("/api/v1/reporters").with(TestCallers.key(Scope.FLAG)))
        .andExpect(status().isForbidden());
    http.perform(get("/api/v1/reporters/standing?reporter=x").with(TestCallers.key(Scope.SCAN)))
        .andExpect(status().isForbidden());
  }
}
