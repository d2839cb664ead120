package org.vigie.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// A browser that is open during one test class.
final class Browsing implements AutoCloseable {
  private static final int HEIGHT = 900;
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  /// Resolves when all changes were laid out and drawn.
  private static final String DRAWN = """
      new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))""";

  private final Playwright playwright;
  private final Browser browser;

  private Browsing(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Browsing start() {
    Playwright playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser = playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Chromium.find().orElseThrow())
            .setArgs(Chromium.ARGUMENTS));
    return new Browsing(playwright, browser);
  }

  /// Opens an empty window for one look.
  BrowserContext window(Look look) {
    return browser.newContext(options(look));
  }

  /// Opens an empty window in which no script runs.
  BrowserContext windowWithoutScripts(Look look) {
    return browser.newContext(options(look).setJavaScriptEnabled(false));
  }

  /// Motion is reduced: a check in the middle of a transition would see a colour of neither look.
  private static Browser.NewContextOptions options(Look look) {
    return new Browser.NewContextOptions()
        .setLocale(look.language())
        .setColorScheme(look.scheme())
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(look.width(), HEIGHT);
  }

  /// Opens a page and keeps a screenshot.
  Page open(BrowserContext window, Pages.Entry entry, Look look) {
    Map<String, String> headers = new HashMap<>();
    entry.role().ifPresent(role -> headers.put(TestSession.HEADER, role.name()));
    window.setExtraHTTPHeaders(headers);
    Page page = window.newPage();
    RunningVigie vigie = RunningVigie.instance();
    Response answer = Objects.requireNonNull(
        page.navigate(vigie.address() + entry.address().apply(vigie.world())));
    if (answer.status() != entry.status()) {
      throw new AssertionError(entry + " was answered with status " + answer.status());
    }
    keep(page, entry.fileName(), look);
    return page;
  }

  /// Shows an open page in another look of the same language, and keeps a screenshot.
  void turn(Page page, Pages.Entry entry, Look look) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
    page.setViewportSize(look.width(), HEIGHT);
    page.evaluate(DRAWN);
    keep(page, entry.fileName(), look);
  }

  /// Keeps a screenshot of a page.
  void keep(Page page, String name, Look look) {
    page.screenshot(new Page.ScreenshotOptions()
        .setFullPage(true)
        .setPath(SCREENSHOTS.resolve(name).resolve(look + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
