package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.Role;

/// The veil over media in a real browser, and its records.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VeilTest {
  private static final String SHARP =
      "document.querySelector('.veiled .frame.sharp img.original')?.naturalWidth > 32";
  private static final String COLOURS = "[...document.querySelectorAll('.still canvas')].map("
      + "canvas => canvas.getContext('2d').getImageData(20, 20, 1, 1).data[0])";

  private final Browsing browsing = Browsing.start();

  @BeforeAll
  void start() {
    RunningVigie.instance();
  }

  @AfterAll
  void stop() {
    browsing.close();
  }

  static Stream<Look> looks() {
    return Look.all();
  }

  private static Page open(BrowserContext window, String path) {
    window.setExtraHTTPHeaders(Map.of(TestSession.HEADER, Role.REVIEWER.name()));
    Page page = window.newPage();
    page.navigate(RunningVigie.instance().address() + path);
    return page;
  }

  private static int noted(String act, String evidence) {
    return RunningVigie.instance()
        .context()
        .getBean(JdbcClient.class)
        .sql("select count(*) from access.ledger where act = :act and subject like :subject")
        .param("act", act)
        .param("subject", evidence)
        .query(Integer.class)
        .single();
  }

  @Test
  void veil_keyPressed_goesOnceItIsWrittenDown_keyHeld_comesBack() {
    try (BrowserContext window = browsing.window(Look.all().findFirst().orElseThrow())) {
      Page page = open(window, RunningVigie.instance().world().openCase());
      int before = noted("media unveiled", "%");
      assertThat(page.evaluate("Boolean(" + SHARP + ")")).isEqualTo(false);
      page.hover(".veiled img");
      assertThat(page.evaluate("Boolean(" + SHARP + ")")).isEqualTo(false);

      page.keyboard().down("u");
      page.waitForFunction("() => " + SHARP);
      assertThat(noted("media unveiled", "%")).isEqualTo(before + 1);
      page.waitForTimeout(500);
      page.keyboard().up("u");
      assertThat(page.evaluate("Boolean(" + SHARP + ")")).isEqualTo(false);
      page.click(".veiled img");
      page.waitForFunction("() => " + SHARP);
    }
  }

  @Test
  void veil_whoseGoingCannotBeWrittenDown_stays() {
    try (BrowserContext window = browsing.window(Look.all().findFirst().orElseThrow())) {
      Page page = open(window, RunningVigie.instance().world().openCase());
      page.route(Pattern.compile("/media/[0-9a-f-]+$"), route -> route.abort());
      page.locator(".veiled.guarded").waitFor();
      page.keyboard().press("u");
      page.waitForFunction("() => document.getElementById('veil-status').textContent !== ''");

      assertThat(page.evaluate("Boolean(" + SHARP + ")")).isEqualTo(false);
    }
  }

  @Test
  void media_withoutScripts_isARenditionWithALinkToTheOriginal() {
    try (BrowserContext window =
        browsing.windowWithoutScripts(Look.all().findFirst().orElseThrow())) {
      Page page = open(window, RunningVigie.instance().world().openCase());
      Locator picture = page.locator(".veiled noscript img, .veiled img:not([hidden])");
      assertThat(picture.count()).isOne();
      picture.scrollIntoViewIfNeeded();
      page.waitForFunction("element => element.naturalWidth > 0", picture.elementHandle());
      assertThat((int) picture.evaluate("element => element.naturalWidth")).isLessThanOrEqualTo(20);
      assertThat(page.locator("#unveil").isVisible()).isFalse();
      int before = noted("media unveiled", "%");
      page.locator(".veiled noscript a").click();

      assertThat(page.url()).matches(".*/media/[0-9a-f-]+");
      assertThat(noted("media unveiled", "%")).isEqualTo(before + 1);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void film_onAPage_isAContactSheetThatStartsIt(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      FilmCase film = FilmCase.in(window.newPage(), "filmed-" + look);
      Page page = open(window, film.address());
      assertThat(page.locator(".film .rendition").isVisible()).isTrue();
      assertThat(noted("evidence opened", film.evidence())).as("views").isZero();
      page.keyboard().press("u");
      page.waitForSelector(".sheet[data-drawn]");
      browsing.keep(page, "review-film", look);

      Object[] reds = ((List<?>) page.evaluate(COLOURS)).toArray();
      assertThat(reds).hasSize(12);
      assertThat((int) reds[0]).as("red at first").isGreaterThan(180);
      assertThat((int) reds[11]).as("blue at last").isLessThan(80);
      assertThat(page.locator(".still canvas")
              .first()
              .evaluate("element => getComputedStyle(element).filter"))
          .isEqualTo("grayscale(1)");
      assertThat(page.locator("video").getAttribute("muted")).isNotNull();
      page.locator(".still").nth(8).click();
      page.waitForFunction("() => document.querySelector('.film video').currentTime > 1");
      assertThat(page.evaluate("document.querySelector('.film video').paused")).isEqualTo(false);
      page.keyboard().press("p");
      assertThat(page.evaluate("document.querySelector('.film video').paused")).isEqualTo(true);
      assertThat(page.evaluate("document.querySelector('.film video').muted")).isEqualTo(true);
      page.keyboard().press("m");
      assertThat(page.evaluate("document.querySelector('.film video').muted")).isEqualTo(false);

      assertThat(noted("evidence opened", film.evidence())).as("views").isEqualTo(1);
    }
  }
}
