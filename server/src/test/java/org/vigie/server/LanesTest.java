package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.test.context.TestPropertySource;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.server.access.web.EndedSession;
import org.vigie.server.frame.Lane;
import org.vigie.server.operation.lanes.ConnectionLanes;
import org.vigie.testkit.Eventually;

/// One kind of work cannot take the connections of another, and answers name a database that is
/// slow or gone.
@ServerTest
@TestPropertySource(properties = "vigie.database.connections=10")
final class LanesTest {
  private static final String NO_RECEIPT = "/report/r/AAAAA-AAAAA-AAAAA-AAAAA";
  private static final String NO_SCAN = "/api/v1/scans/01890000-0000-7000-8000-000000000000";

  private final DataSource database;
  private final ConnectionLanes lanes;
  private final String url;
  private final String user;
  private final String password;
  private final String bearer;
  private final CookieSerializer cookies;
  private final HttpClient http = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .followRedirects(HttpClient.Redirect.NEVER)
      .build();

  @LocalServerPort
  private int port;

  @Autowired
  LanesTest(
      DataSource database,
      ConnectionLanes lanes,
      ApiKeys keys,
      KeyGate gate,
      CookieSerializer cookies,
      @Value("${vigie.database.url}") String url,
      @Value("${vigie.database.user}") String user,
      @Value("${vigie.database.password}") String password) {
    this.database = database;
    this.lanes = lanes;
    this.url = url;
    this.user = user;
    this.password = password;
    this.cookies = cookies;
    this.bearer = TestCallers.bearer(keys, gate, Scope.SCAN, Scope.HMA);
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofMinutes(1));
  }

  private HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = to(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> called(String path) {
    return get(path, "Authorization", bearer);
  }

  private boolean isReady() {
    return get("/health/ready").statusCode() == 200;
  }

  @Test
  void lane_whoseConnectionsAreAllInUse_isBusyAndLeavesOthersAlone() throws Exception {
    Eventually.holds(this::isReady);
    CountDownLatch done = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        take(Lane.STRANGERS, threads, done);
        take(Lane.PEOPLE, threads, done);
        Future<HttpResponse<String>> page = threads.submit(() -> get(NO_RECEIPT));

        assertThat(isReady()).isTrue();
        assertThat(called(NO_SCAN).statusCode()).isEqualTo(404);
        assertThat(page.get().statusCode()).isEqualTo(503);
        assertThat(page.get().headers().firstValue("Retry-After")).contains("2");
        assertThat(page.get().body()).contains("Vigie is busy").doesNotContain("Exception");
      } finally {
        done.countDown();
      }
    }
    assertThat(get(NO_RECEIPT).statusCode()).isEqualTo(404);
  }

  @Test
  void call_whoseLaneIsBusy_isAProblemOfAStableType() throws Exception {
    Eventually.holds(this::isReady);
    CountDownLatch done = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        take(Lane.SCANS, threads, done);
        Future<HttpResponse<String>> call = threads.submit(() -> called(NO_SCAN));

        assertThat(get(NO_RECEIPT).statusCode()).isEqualTo(404);
        assertThat(call.get().statusCode()).isEqualTo(503);
        assertThat(call.get().headers().firstValue("Retry-After")).contains("2");
        assertThat(call.get().body()).contains("/problems/busy");
      } finally {
        done.countDown();
      }
    }
  }

  /// Takes all connections of a lane, each by a thread of its own, until it is done.
  private void take(Lane lane, ExecutorService threads, CountDownLatch done) throws Exception {
    CountDownLatch taken = new CountDownLatch(lanes.share(lane));
    for (int i = 0; i < lanes.share(lane); i++) {
      Future<?> _ = threads.submit(() -> {
        lane.enter();
        try (Connection _ = database.getConnection()) {
          taken.countDown();
          done.await();
        }
        return null;
      });
    }
    taken.await();
  }

  @Test
  void keys_whileTheDatabaseStalls_stayTrustedAndUnknownOnesDoNotWait() throws Exception {
    Eventually.holds(this::isReady);
    String unknown = "Bearer vigie_aaaaaaaaaaaa_" + "a".repeat(52);
    assertThat(get(NO_SCAN, "Authorization", unknown).statusCode()).isEqualTo(401);
    try (Connection holder = DriverManager.getConnection(url, user, password);
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("lock table access.api_key, access.api_key_revision in access exclusive mode");

      Eventually.holds(() -> {
        HttpResponse<String> answer = get(NO_SCAN, "Authorization", unknown);
        return answer.statusCode() == 503 && answer.body().contains("/problems/no-database");
      });
      assertThat(called(NO_SCAN).statusCode()).isEqualTo(404);
      assertThat(isReady()).isTrue();
      holder.rollback();
    }
    Eventually.holds(() -> get(NO_SCAN, "Authorization", unknown).statusCode() == 401);
  }

  @Test
  void database_thatIsGone_isReportedAndComesBack() throws Exception {
    Eventually.holds(this::isReady);
    List<Future<HttpResponse<String>>> answers = new ArrayList<>();
    try (Connection beside = DriverManager.getConnection(beside(), user, password);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      allow(beside, false);
      try {
        Eventually.holds(() -> get("/health/ready").body().contains("\"no-database\""));
        answers.add(threads.submit(() -> get(NO_RECEIPT)));
        answers.add(threads.submit(() -> get("/", "Cookie", EndedSession.cookie(cookies))));
        answers.add(threads.submit(() -> called(NO_SCAN)));
        answers.add(threads.submit(() -> called("/hma/c/banks")));
        for (Future<HttpResponse<String>> answer : answers) {
          assertThat(answer.get().statusCode()).isEqualTo(503);
          assertThat(answer.get().headers().firstValue("Retry-After")).contains("5");
          assertThat(answer.get().body()).doesNotContain("Exception", "org.vigie", "sql");
        }
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
      } finally {
        allow(beside, true);
      }
    }
    assertThat(answers.get(0).get().body()).contains("cannot reach its database");
    assertThat(answers.get(1).get().body()).contains("cannot reach its database");
    assertThat(answers.get(2).get().body()).contains("/problems/no-database");
    assertThat(answers.get(3).get().body()).startsWith("{\"message\":");
    Eventually.holds(this::isReady);
    assertThat(get(NO_RECEIPT).statusCode()).isEqualTo(404);
  }

  /// Closes the database to new and present connections, or opens it again.
  private void allow(Connection beside, boolean allowed) throws SQLException {
    try (Statement statement = beside.createStatement()) {
      statement.execute("alter database " + name() + " allow_connections " + allowed);
      if (!allowed) {
        statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
            + name() + "'");
      }
    }
  }

  private String name() {
    return url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
  }

  private String beside() {
    return url.replace("/" + name(), "/postgres");
  }
}
