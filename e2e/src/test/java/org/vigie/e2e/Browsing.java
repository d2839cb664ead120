package org.vigie.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A browser that is open during one test class.
final class Browsing implements AutoCloseable {
  private static final int HEIGHT = 900;
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

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

  /// Opens an empty window, in which a page is looked at in one way.
  BrowserContext window(Look look) {
    return browser.newContext(new Browser.NewContextOptions()
        .setLocale(look.language())
        .setColorScheme(look.scheme())
        .setViewportSize(look.width(), HEIGHT));
  }

  /// Opens a page and keeps what it looks like.
  Page open(BrowserContext window, Pages.Entry entry, Look look) {
    Map<String, String> headers = new HashMap<>();
    entry.role().ifPresent(role -> headers.put(TestSession.HEADER, role.name()));
    window.setExtraHTTPHeaders(headers);
    Page page = window.newPage();
    RunningVigie vigie = RunningVigie.instance();
    page.navigate(vigie.address() + entry.address().apply(vigie.world()));
    page.screenshot(new Page.ScreenshotOptions()
        .setFullPage(true)
        .setPath(SCREENSHOTS.resolve(entry.fileName()).resolve(look + ".png")));
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
