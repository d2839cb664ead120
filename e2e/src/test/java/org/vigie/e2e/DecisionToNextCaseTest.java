package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.Role;

/// From the key that decides to the next case on the screen, with its picture behind its veil.
///
/// Nothing here says how long that may take: the figures are written to
/// `target/figures/decision-to-next-case.txt`. `-Dvigie.decisions=50` measures more of them.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DecisionToNextCaseTest {
  private static final int DECISIONS = Integer.getInteger("vigie.decisions", 3);
  private static final int WARM_UP = Math.min(20, DECISIONS);
  private static final Path FIGURES = Path.of("target/figures/decision-to-next-case.txt");

  /// Keeps when a key was pressed, and notes when the page after it was there: one frame after
  /// the one that it was painted in.
  private static final String CLOCK = """
      addEventListener("keydown", (event) => {
        sessionStorage.setItem("pressed", String(performance.timeOrigin + event.timeStamp));
      }, true);
      const since = () => performance.timeOrigin + performance.now() - sessionStorage.pressed;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      async function painted() {
        await frame();
        await frame();
        return since();
      }
      async function pictured() {
        const picture = () => document.querySelector(".veiled img");
        const isThere = () => picture()?.complete && picture().naturalWidth > 0;
        for (let i = 0; i < 1000 && !isThere(); i++) {
          await frame();
        }
        return painted();
      }
      const begin = () => {
        window.shown = painted();
        window.pictured = pictured();
      };
      document.addEventListener("vigie:page", begin);
      addEventListener("DOMContentLoaded", begin);""";

  private final Browsing browsing = Browsing.start();

  @AfterAll
  void stop() {
    browsing.close();
  }

  /// Cases as that of the world, with its scan and its picture, each about another account.
  private static void fill(int cases) {
    String openCase = RunningVigie.instance().world().openCase();
    RunningVigie.instance()
        .context()
        .getBean(JdbcClient.class)
        .sql("""
            with model as (select * from review.review_case where case_id = :model),
                 made as (
                   insert into review.review_case (state, queue, messenger, surface, account,
                       category, severity, priority, lane, opened_at)
                   select 'OPEN', queue, messenger, surface, 'paced-' || i, category, severity,
                          2000000000 - i, false, now()
                     from model cross join generate_series(1, :cases) i returning case_id),
                 sources as (
                   insert into review.case_source (case_id, kind, source_id, lane, came_at)
                   select made.case_id, kind, source_id, lane, came_at
                     from review.case_source s cross join made where s.case_id = :model)
            insert into review.case_evidence (case_id, evidence_id, added_at)
            select made.case_id, evidence_id, added_at
              from review.case_evidence e cross join made where e.case_id = :model
            """)
        .param("model", Long.valueOf(openCase.substring(openCase.lastIndexOf('/') + 1)))
        .param("cases", cases)
        .update();
  }

  @Test
  void decisions_byKeyboard_leadToTheNextCaseEachTime() throws IOException {
    RunningVigie.instance();
    fill(DECISIONS + WARM_UP + 2);
    List<String> fetched = new ArrayList<>();
    List<Double> shown = new ArrayList<>();
    List<Double> pictured = new ArrayList<>();
    try (BrowserContext window = browsing.window(Look.all().findFirst().orElseThrow())) {
      window.setExtraHTTPHeaders(Map.of(TestSession.HEADER, Role.REVIEWER.name()));
      window.addInitScript(CLOCK);
      Page page = window.newPage();
      page.onRequest(request -> fetched.addAll(media(request.url())));
      page.navigate(RunningVigie.instance().address() + "/review");
      page.keyboard().press("Enter");
      page.waitForSelector("form[data-keep]");
      for (int i = 0; i < DECISIONS + WARM_UP; i++) {
        page.waitForResponse(answer -> isAhead(answer.url(), page), () -> decide(page));
        shown.add(((Number) page.evaluate("shown")).doubleValue());
        pictured.add(((Number) page.evaluate("pictured")).doubleValue());
        assertThat(page.locator("main").textContent()).contains("paced-");
      }
      assertThat(seenSharply())
          .as("what is for browsers without scripts was fetched")
          .isZero();
    }
    assertThat(fetched).as("what was fetched ahead is not fetched again").doesNotHaveDuplicates();
    keep(
        line("next case shown", shown.subList(WARM_UP, shown.size())),
        line("its veiled picture shown", pictured.subList(WARM_UP, pictured.size())));
  }

  /// A person looks at a case for longer than it takes to fetch the pictures of the next one.
  private static void decide(Page page) {
    String before = address(page);
    page.waitForLoadState();
    new Keyboard(page).decide("a");
    page.waitForURL(url -> !url.startsWith(before));
  }

  private static String address(Page page) {
    return page.url().replaceAll("\\?.*", "");
  }

  private static boolean isAhead(String url, Page page) {
    return !media(url).isEmpty() && !url.startsWith(address(page));
  }

  private static List<String> media(String url) {
    return url.contains("/media/") && url.endsWith("?veiled=true") ? List.of(url) : List.of();
  }

  private static int seenSharply() {
    return RunningVigie.instance()
        .context()
        .getBean(JdbcClient.class)
        .sql("""
            select count(*) from review.exposure join review.review_case using (case_id)
             where sight = 'SHARP' and account like 'paced-%'
            """)
        .query(Integer.class)
        .single();
  }

  private static String line(String what, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%s: %d decisions, p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, worst %.0f ms",
        what,
        sorted.size(),
        percentile(sorted, .5),
        percentile(sorted, .95),
        percentile(sorted, .99),
        sorted.getLast());
  }

  private static double percentile(List<Double> sorted, double share) {
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  private static void keep(String... lines) throws IOException {
    Files.createDirectories(FIGURES.getParent());
    Files.write(FIGURES, List.of(lines));
  }
}
