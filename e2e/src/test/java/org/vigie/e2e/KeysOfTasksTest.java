package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Role;
import org.vigie.server.policy.Sanction;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;

/// Everyday tasks by keys alone, with each press counted: the table in `docs/review.md` says no
/// other number. Typed prose and the choice of a file in the browser are no presses.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeysOfTasksTest {
  private static final Look LOOK = Look.all().findFirst().orElseThrow();

  private final Browsing browsing = Browsing.start();

  @AfterAll
  void stop() {
    browsing.close();
  }

  /// Counts what is pressed.
  private static final class Presses {
    private final Page page;
    private int count;

    Presses(Page page) {
      this.page = page;
    }

    void press(String... keys) {
      for (String key : keys) {
        page.keyboard().press(key);
        count++;
      }
    }

    /// Presses the Tab key until a part has the focus, and then another key.
    void pressAt(String selector, String key) {
      while (!(boolean)
          page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
        press("Tab");
        assertThat(count).as("steps to %s", selector).isLessThan(60);
      }
      press(key);
    }

    void type(String prose) {
      page.keyboard().type(prose);
    }
  }

  /// Returns the presses that the table promises for a task.
  private static int promised(String task) throws IOException {
    String row = Files.readString(Path.of("..", "docs", "review.md"))
        .lines()
        .filter(line -> line.startsWith("| " + task))
        .findFirst()
        .orElseThrow();
    String[] cells = row.split("\\|", -1);
    return Integer.parseInt(cells[cells.length - 2].strip().split("\\D", 2)[0]);
  }

  private static CaseId reported(String account) {
    return ReviewExamples.reported(
        context(), "keys-" + account, "phishing", "It asks for my code.");
  }

  private static PersonId person(String part, Role role) {
    return DeskPeople.invite("keys-" + part, role, LOOK);
  }

  @Test
  void decision_isReversed() throws IOException {
    PersonId reviewer = person("reverser", Role.REVIEWER);
    CaseId id = reported("reversed");
    ReviewExamples.decide(context(), reviewer, id, new Sanction.Suspension(30));
    try (BrowserContext window = browsing.window(LOOK)) {
      Page page = DeskPeople.signIn(window, reviewer);
      page.navigate(address("/review/decided"));
      Presses keys = new Presses(page);
      keys.press("j", "Enter");
      page.waitForURL(address("/review/cases/*"));
      keys.press("r");
      keys.type("The page is the bank’s own.");
      keys.press("Tab", "Enter");
      page.locator("form[action$='/claim'], .notice").first().waitFor();

      assertThat(state(id)).isEqualTo("OPEN");
      assertThat(keys.count).isEqualTo(promised("Reverse"));
    }
  }

  @Test
  void historyOfAnAccount_isFoundFromItsCase() throws IOException {
    CaseId id = reported("history");
    try (BrowserContext window = browsing.window(LOOK)) {
      Page page = DeskPeople.signIn(window, person("historian", Role.REVIEWER));
      page.navigate(address("/review/cases/" + id.value()));
      Presses keys = new Presses(page);
      keys.press("h");
      page.waitForURL(address("/review?about=example-keys-history"));

      assertThat(keys.count).isEqualTo(promised("Find all cases of an account"));
    }
  }

  @Test
  void sample_isJudgedFromTheFirstPage() throws IOException {
    CaseId id = reported("sample");
    Decision decision = ReviewExamples.decide(
        context(), person("sampled", Role.REVIEWER), id, new Sanction.Suspension(30));
    jdbc().sql("""
            insert into review.quality_check (decision_id, chosen_at)
            values (:decision, '2020-01-01')
            on conflict (decision_id) do update set chosen_at = '2020-01-01'
            """).param("decision", decision.id().value()).update();
    try (BrowserContext window = browsing.window(LOOK)) {
      Page page = DeskPeople.signIn(window, person("judge", Role.LEAD));
      page.navigate(address("/"));
      Presses keys = new Presses(page);
      keys.press(key(page, "/review/lead/quality#samples"));
      page.waitForURL(address("/review/lead/quality#samples"));
      keys.pressAt("main tbody th a", "Enter");
      page.waitForURL(address("/review/cases/" + id.value()));
      keys.press("v");
      keys.type(page.locator("#verdict option").nth(1).textContent().strip());
      keys.press("Control+Enter");
      page.waitForURL(address("/review/lead/quality"));

      assertThat(jdbc()
              .sql("select count(judged_by) from review.quality_check where decision_id = :d")
              .param("d", decision.id().value())
              .query(Integer.class)
              .single())
          .isOne();
      assertThat(keys.count).isEqualTo(promised("Judge a sample"));
    }
  }

  @Test
  void request_isAnsweredFromTheFirstPage() throws IOException {
    String evidence = RunningVigie.instance().world().evidence();
    try (BrowserContext first = browsing.window(LOOK);
        BrowserContext second = browsing.window(LOOK)) {
      Page asking = DeskPeople.signIn(first, person("asks", Role.LEGAL));
      asking.navigate(address(evidence));
      new Keyboard(asking).write("#leave", "file of keys");
      new Keyboard(asking).press("#ask-leave button", "Enter");
      asking.waitForURL(address("/evidence/grants**"));
      Page page = DeskPeople.signIn(second, person("agrees", Role.LEGAL));
      page.navigate(address("/"));
      Presses keys = new Presses(page);
      keys.press(key(page, "/evidence/grants#grants"));
      page.waitForURL(address("/evidence/grants#grants"));
      int others = stopsBefore(page, "file of keys");
      keys.pressAt(approval(page, "file of keys") + " button", "Enter");
      page.waitForURL(address("/evidence/grants"));

      assertThat(keys.count - others).isEqualTo(promised("Answer a request"));
    }
  }

  private static String approval(Page page, String reason) {
    String id = page.locator("article", new Page.LocatorOptions().setHasText(reason))
        .getAttribute("aria-labelledby")
        .substring(2);
    return "form[action='/evidence/grants/" + id + "/approve']";
  }

  /// Counts the stops of the Tab key in requests of other tests above one.
  private static int stopsBefore(Page page, String reason) {
    Locator articles = page.locator("section[aria-labelledby=grants] article");
    return IntStream.range(0, articles.count())
        .takeWhile(i -> !articles.nth(i).textContent().contains(reason))
        .map(i -> articles.nth(i).locator("a[href], button:not([hidden])").count())
        .sum();
  }

  @Test
  void list_isImportedFromThePageOfItsBank() throws IOException {
    try (BrowserContext window = browsing.window(LOOK)) {
      window.setExtraHTTPHeaders(Map.of(TestSession.HEADER, Role.LIST_MANAGER.name()));
      Page page = window.newPage();
      page.navigate(address(RunningVigie.instance().world().bank()));
      Presses keys = new Presses(page);
      keys.press("i");
      assertThat(page.locator("#file:focus").count()).isOne();
      page.waitForFileChooser(() -> keys.press("Space")).setFiles(list());
      keys.press("Control+Enter");
      page.waitForURL(address(RunningVigie.instance().world().bank()) + "/imports/*");

      assertThat(keys.count).isEqualTo(promised("Import a list"));
    }
  }

  private static FilePayload list() {
    String signal = "sha256:" + "cd".repeat(32) + "\n";
    return new FilePayload("keys.txt", "text/plain", signal.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void twentyCases_getNoViolationTogether() throws IOException {
    for (int i = 0; i < 20; i++) {
      reported("wave-" + i);
    }
    try (BrowserContext window = browsing.window(LOOK)) {
      Page page = DeskPeople.signIn(window, person("bulk", Role.REVIEWER));
      page.navigate(address("/review/bulk?suspected=phishing"));
      Presses keys = new Presses(page);
      keys.press("x");
      page.locator("input[name=cases]:checked").nth(19).waitFor();
      keys.press("a");
      page.locator("form[action='/review/bulk/decide']").waitFor();
      assertThat(state(waved())).isEqualTo("OPEN");
      keys.press("y");
      page.locator("form[action='/review/bulk/undo']").waitFor();

      assertThat(state(waved())).isEqualTo("PENDING");
      assertThat(keys.count).isEqualTo(promised("Decide 20 cases together: no violation"));
    }
  }

  private static CaseId waved() {
    return jdbc()
        .sql("select case_id from review.review_case where account = 'example-keys-wave-0'")
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .single();
  }

  @Test
  void message_isReportedFromTheLink() throws IOException {
    try (BrowserContext window = browsing.window(LOOK)) {
      Page page = window.newPage();
      page.navigate(address("/report?surface=public&link=https://chat.example.org/c/keys"));
      Presses keys = new Presses(page);
      keys.press("Tab", "Enter");
      keys.pressAt("button[value='scam']", "Enter");
      page.waitForURL(address("/report/where"));
      keys.press("Tab", "Enter");
      keys.pressAt("#category", "p");
      keys.pressAt("#ground", "Space");
      keys.press("Enter");
      page.waitForURL(address("/report/send"));
      keys.press("Tab", "Enter");
      keys.pressAt("#send-form input[type=text]", "Enter");
      page.waitForURL(address("/report/receipt/*"));

      assertThat(keys.count).isEqualTo(promised("Report a message"));
    }
  }

  /// Returns the key that the first page gives a task.
  private static String key(Page page, String address) {
    return page.locator("main a[href='" + address + "']").getAttribute("data-key");
  }

  private static String state(CaseId id) {
    return jdbc()
        .sql("select state from review.review_case where case_id = :case")
        .param("case", id.value())
        .query(String.class)
        .single();
  }

  private static JdbcClient jdbc() {
    return context().getBean(JdbcClient.class);
  }

  private static ApplicationContext context() {
    return RunningVigie.instance().context();
  }

  private static String address(String path) {
    return RunningVigie.instance().address() + path;
  }
}
