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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A browser that one test class uses at a time; the next takes it over, with none of its windows.
///
/// Screenshots are for people only, and take a third of the time of a page: `-Dvigie.screenshots`
/// keeps them.
final class Browsing implements AutoCloseable {
  private static final int HEIGHT = 900;
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final boolean SCREENSHOTS_KEPT = isSet("vigie.screenshots");
  private static final Queue<Browsing> IDLE = new ConcurrentLinkedQueue<>();

  /// Resolves when all changes were laid out and drawn.
  private static final String DRAWN = """
      new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))""";

  private final Browser browser;
  private final Map<Look, Page> shared = new HashMap<>();

  private Browsing(Browser browser) {
    this.browser = browser;
  }

  private static boolean isSet(String property) {
    return !"false".equals(System.getProperty(property, "false"));
  }

  /// Returns a browser that nobody uses, or else starts one.
  static Browsing start() {
    Browsing idle = IDLE.poll();
    return idle == null ? launch() : idle;
  }

  private static Browsing launch() {
    Playwright playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser = playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Chromium.find().orElseThrow())
            .setArgs(Chromium.ARGUMENTS));
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(playwright::close));
    return new Browsing(browser);
  }

  /// Opens an empty window for one look.
  BrowserContext window(Look look) {
    return browser.newContext(options(look));
  }

  /// Opens an empty window for one look, in a time zone.
  BrowserContext windowIn(String zone, Look look) {
    return browser.newContext(options(look).setTimezoneId(zone));
  }

  /// Shows a page in a window that all tests of the same look share, with nobody signed in: a
  /// new window, and a new process of the browser for it, takes longer than most pages. Only for
  /// pages that keep nothing but cookies.
  Page show(Pages.Entry entry, Look look) {
    Page page = shared.computeIfAbsent(look, first -> window(first).newPage());
    page.context().clearCookies();
    dress(page, look);
    visit(page, entry);
    keep(page, entry.fileName(), look);
    return page;
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

  /// Opens a page, and keeps a screenshot if asked to.
  Page open(BrowserContext window, Pages.Entry entry, Look look) {
    Page page = window.newPage();
    visit(page, entry);
    keep(page, entry.fileName(), look);
    return page;
  }

  private static void visit(Page page, Pages.Entry entry) {
    Map<String, String> headers = new HashMap<>();
    entry.role().ifPresent(role -> headers.put(TestSession.HEADER, role.name()));
    page.context().setExtraHTTPHeaders(headers);
    RunningVigie vigie = RunningVigie.instance();
    Response answer = Objects.requireNonNull(answer(page, entry.address().apply(vigie.world())));
    if (answer.status() != entry.status()) {
      throw new AssertionError(entry + " was answered with status " + answer.status());
    }
  }

  /// Opens an address, or sends a form with the fields behind its question mark: `POST /path?…`.
  @SuppressWarnings("deprecation") // what replaces it gives no answer, whose status is checked
  private static Response answer(Page page, String address) {
    String server = RunningVigie.instance().address();
    if (!address.startsWith("POST ")) {
      return page.navigate(server + address);
    }
    page.navigate(server + "/report/state");
    return page.waitForNavigation(() -> page.evaluate("""
        address => {
          const [path, fields] = address.slice(5).split("?");
          const form = document.createElement("form");
          form.method = "post";
          form.action = path;
          for (const [name, value] of new URLSearchParams(fields)) {
            const field = form.appendChild(document.createElement("input"));
            field.name = name;
            field.value = value;
          }
          document.body.append(form);
          form.submit();
        }""", address));
  }

  /// Shows an open page in another look of the same language, and keeps a screenshot if asked to.
  void turn(Page page, Pages.Entry entry, Look look) {
    dress(page, look);
    page.evaluate(DRAWN);
    keep(page, entry.fileName(), look);
  }

  private static void dress(Page page, Look look) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.scheme()));
    page.setViewportSize(look.width(), HEIGHT);
  }

  /// Keeps a screenshot of a page if asked to.
  void keep(Page page, String name, Look look) {
    if (SCREENSHOTS_KEPT) {
      page.screenshot(new Page.ScreenshotOptions()
          .setFullPage(true)
          .setPath(SCREENSHOTS.resolve(name).resolve(look + ".png")));
    }
  }

  /// Closes the windows that are left, and leaves the browser to others.
  @Override
  public void close() {
    shared.clear();
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    IDLE.add(this);
  }
}
