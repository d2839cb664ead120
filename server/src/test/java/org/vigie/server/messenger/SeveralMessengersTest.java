package org.vigie.server.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.scan.MadeUpBanks;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.ScanWorld;
import org.vigie.testkit.Eventually;

/// A server of two messengers, over HTTP: each request names one of them, and affects no other.
@ServerTest
@Import(ScanWorld.class)
@TestPropertySource(properties = {"vigie.messengers.names=chat,forum", "vigie.scan.deadline=60s"})
final class SeveralMessengersTest {
  private static final String CELL = "acc-filter<br><span class=\"[a-z ]+\">";

  private final MockMvc http;
  private final MadeUpBanks banks;
  private final JdbcClient jdbc;

  @Autowired
  SeveralMessengersTest(MockMvc http, MadeUpBanks banks, JdbcClient jdbc) {
    this.http = http;
    this.banks = banks;
    this.jdbc = jdbc;
  }

  private ResultActions scan(String submission, byte[] media) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(text(parts(submission).replace("\n", "\r\n")));
    body.writeBytes(media);
    body.writeBytes(text("\r\n--b--\r\n"));
    return http.perform(post("/api/v1/scans")
        .contentType("multipart/form-data; boundary=b")
        .content(body.toByteArray())
        .with(TestCallers.key(Scope.SCAN)));
  }

  private static String parts(String submission) {
    return """
        --b
        Content-Disposition: form-data; name="submission"
        Content-Type: application/json

        %s
        --b
        Content-Disposition: form-data; name="media"; filename="a"
        Content-Type: image/png

        """.formatted(submission);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] known(int seed) {
    byte[] media = MadeUpMedia.png(seed);
    banks.add(ScanWorld.PETTY, Digest.of(DigestType.SHA256, media));
    return media;
  }

  private ResultActions send(String notice) throws Exception {
    return http.perform(post("/api/v1/notices")
        .contentType(MediaType.APPLICATION_JSON)
        .content(notice)
        .with(TestCallers.key(Scope.NOTICES)));
  }

  private static String notice(String messenger, String account) {
    return """
        {"ground": "rules", "category": "petty-content", "surface": "public", %s
         "reporter": "user-1", "reported": [{"account": "%s"}]}""".formatted(messenger, account);
  }

  private List<String> messengersOfCases(String account) {
    return jdbc.sql("""
            select messenger from review.review_case where account = :account order by messenger
            """).param("account", account).query(String.class).list();
  }

  @Test
  void scan_ofOneOfTwo_isAnsweredAndBecomesACaseOfIt() throws Exception {
    scan("""
        {"messenger": "forum", "surface": "public", "account": "acc-scan"}""", known(1))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.messenger").value("forum"));

    Eventually.holds(() -> !messengersOfCases("acc-scan").isEmpty());
    assertThat(messengersOfCases("acc-scan")).containsExactly("forum");
    assertThat(jdbc.sql("select messenger from scan.scan where account = 'acc-scan'")
            .query(String.class)
            .list())
        .containsExactly("forum");
  }

  @Test
  void scan_thatNamesNoneOfTwo_isRefusedAndStoresNothing() throws Exception {
    scan("""
        {"surface": "public", "account": "acc-refused"}""", known(2))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value("/problems/invalid-field"))
        .andExpect(jsonPath("$.field").value("submission.messenger"))
        .andExpect(jsonPath("$.detail").value("This field is missing; it is one of: chat, forum."));
    scan("""
        {"messenger": "main", "surface": "public", "account": "acc-refused"}""", known(2))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail").value("This is one of: chat, forum."));

    assertThat(jdbc.sql("select count(*) from scan.scan where account = 'acc-refused'")
            .query(Integer.class)
            .single())
        .isZero();
  }

  @Test
  void notice_ofOneOfTwo_isAnsweredAndBecomesACaseOfIt() throws Exception {
    String id = send(notice("\"messenger\": \"forum\",", "acc-notice"))
        .andExpect(status().isCreated())
        .andReturn()
        .getResponse()
        .getHeader("Location");

    Eventually.holds(() -> !messengersOfCases("acc-notice").isEmpty());
    assertThat(messengersOfCases("acc-notice")).containsExactly("forum");
    http.perform(get(String.valueOf(id)).with(TestCallers.key(Scope.NOTICES)))
        .andExpect(jsonPath("$.messenger").value("forum"));
  }

  @Test
  void notice_thatNamesNoneOfTwo_isRefused() throws Exception {
    for (String named : List.of("", "\"messenger\": \"main\",")) {
      send(notice(named, "acc-unnamed"))
          .andExpect(status().isBadRequest())
          .andExpect(jsonPath("$.field").value("messenger"))
          .andExpect(jsonPath("$.detail", endsWith("ne of: chat, forum.")));
    }
  }

  @Test
  void account_ofTheSameNameInBoth_isTwoAccounts() throws Exception {
    send(notice("\"messenger\": \"chat\",", "acc-42")).andExpect(status().isCreated());
    send(notice("\"messenger\": \"forum\",", "acc-42"))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.duplicate_of").doesNotExist());
    send(notice("\"messenger\": \"forum\",", "acc-42"))
        .andExpect(jsonPath("$.duplicate_of").exists());

    Eventually.holds(() -> messengersOfCases("acc-42").size() == 2);
    assertThat(messengersOfCases("acc-42")).containsExactly("chat", "forum");
  }

  @Test
  void reporter_ofTheSameNameInBoth_isTwoReporters() throws Exception {
    for (String messenger : List.of("chat", "forum")) {
      send(notice("\"messenger\": \"" + messenger + "\",", "acc-marks"));
    }

    assertThat(jdbc.sql("""
            select count(distinct n.reporter_mark) from report.notice n
              join report.place p using (notice_id) where p.account = 'acc-marks'
            """).query(Integer.class).single()).isEqualTo(2);
    http.perform(
            get("/api/v1/reporters/standing?reporter=user-1").with(TestCallers.key(Scope.NOTICES)))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("messenger"));
    http.perform(get("/api/v1/reporters/standing?reporter=user-1&messenger=chat")
            .with(TestCallers.key(Scope.NOTICES)))
        .andExpect(jsonPath("$.messenger").value("chat"));
  }

  @Test
  void media_ofASnapshot_isSealedForOneOfTwo() throws Exception {
    for (var each :
        Map.of("", 400, "&messenger=main", 400, "&messenger=chat", 201).entrySet()) {
      http.perform(post("/api/v1/evidence?surface=private" + each.getKey())
              .contentType(MediaType.IMAGE_PNG)
              .content(MadeUpMedia.png(3))
              .with(TestCallers.key(Scope.NOTICES)))
          .andExpect(status().is(each.getValue()));
    }
  }

  @Test
  void listOfCases_ofOneOfTwo_leavesTheOtherOut() throws Exception {
    for (String messenger : List.of("chat", "forum")) {
      send(notice("\"messenger\": \"" + messenger + "\",", "acc-filter"));
    }
    Eventually.holds(() -> messengersOfCases("acc-filter").size() == 2);

    assertThat(review("?about=acc-filter"))
        .containsPattern(CELL + "chat")
        .containsPattern(CELL + "forum");
    assertThat(review("?about=acc-filter&messenger=forum"))
        .containsPattern(CELL + "forum")
        .doesNotContainPattern(CELL + "chat");
  }

  private String review(String query) throws Exception {
    return http.perform(get("/review" + query).with(TestCallers.person(Role.LEAD)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void pages_ofTwo_nameTheMessenger() throws Exception {
    scan("""
        {"messenger": "forum", "surface": "public", "account": "acc-pages"}""", known(4));
    Eventually.holds(() -> !messengersOfCases("acc-pages").isEmpty());
    String id = jdbc.sql("select scan_id from scan.scan where account = 'acc-pages'")
        .query(String.class)
        .single();

    for (String path : List.of("/scans", "/scans/" + id, "/review?about=acc-pages")) {
      assertThat(http.perform(
                  get(path).header("Accept-Language", "en").with(TestCallers.person(Role.LEAD)))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString())
          .as(path)
          .contains("forum");
    }
  }
}
