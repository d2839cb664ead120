package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.server.access.Role;

/// Reports of a person and of a hotline, in a real browser.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportingTest {
  private static final Pattern RECEIPT = Pattern.compile(".*/report/receipt/[0-9a-f.-]+$");
  private static final String LINK = "/report?link=https://chat.example.org/c/";

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

  private static String address(String path) {
    return RunningVigie.instance().address() + path;
  }

  @Test
  void reporter_withoutJavaScript_hasAReceiptAfterThreeClicks() {
    Look look = Look.all().findFirst().orElseThrow();
    try (BrowserContext window = browsing.windowWithoutScripts(look)) {
      Page page = window.newPage();
      page.navigate(address(LINK + "1"));
      page.locator(".reasons button[value='scam']").click();
      page.locator("#category").selectOption("phishing");
      page.locator("input[name=ground][value=rules]").check();
      page.locator("input[name=surface][value=public]").check();
      page.locator("#where-form button").first().click();
      assertThat(page.url()).isEqualTo(address("/report/send"));
      page.locator("#send").click();
      page.waitForURL(RECEIPT);
      browsing.keep(page, "report-receipt-without-scripts", look);

      assertThat(page.locator("#receipt-code").textContent())
          .matches("[A-Z2-7]{5}(-[A-Z2-7]{5}){3}");
      assertThat(window.cookies()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void reporter_byKeyboardOnly_getsFromTheLinkToTheState(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.navigate(address(LINK + look.width()));
      Keyboard keyboard = new Keyboard(page);
      keyboard.press(".reasons button[value='child-abuse']", "Enter");
      page.waitForURL(address("/report/where"));
      keyboard.choose("#category", "child-sexual-abuse-material");
      keyboard.press("#surface", "Space");
      browsing.keep(page, "report-where-filled", look);
      keyboard.press("#where-form button", "Enter");
      page.waitForURL(address("/report/send"));
      browsing.keep(page, "report-send-filled", look);
      keyboard.press("#good_faith", "Space");
      keyboard.press("#send", "Enter");
      page.waitForURL(RECEIPT);
      browsing.keep(page, "report-receipt", look);
      String code = page.locator("#receipt-code").textContent();

      page.navigate(address("/report/state"));
      page.locator("#code").focus();
      page.keyboard().type(code);
      page.keyboard().press("Enter");
      page.waitForURL(RECEIPT);
      assertThat(page.locator("#receipt-code").textContent()).isEqualTo(code);
      assertThat(page.locator("a[href='https://takeitdown.ncmec.org']").first().isVisible())
          .isTrue();
    }
  }

  @Test
  void embedScript_onAPage_showsALinkToTheForm() {
    Look look = Look.all().findFirst().orElseThrow();
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.setContent("<html lang=\"fr\"><body><script src=\"" + address("/report/embed.js")
          + "\" data-room=\"r-2\" data-message=\"m-17\"></script></body></html>");
      page.locator("a.vigie-report").waitFor();

      assertThat(page.locator("a.vigie-report").textContent()).isEqualTo("Signaler");
      assertThat(page.locator("a.vigie-report").getAttribute("href"))
          .isEqualTo(address("/report#room=r-2&message=m-17"));
    }
  }

  /// "Back" leads to what was before the form, not to the form.
  @Test
  void reporter_whoLeaves_isElsewhereAtOnceAndCannotGoBack() {
    Look look = Look.all().findFirst().orElseThrow();
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.route(
          "**/report/leave",
          route -> route.fulfill(new Route.FulfillOptions()
              .setContentType("text/html")
              .setBody("<title>Elsewhere</title>")));
      for (String way : new String[] {"link", "keys"}) {
        page.navigate(address("/problems"));
        page.navigate(address(LINK + "leave"));
        page.locator("[data-leave-keys]:not([hidden])").waitFor();
        if (way.equals("link")) {
          page.locator("a[data-leave]").click();
        } else {
          for (int time = 0; time < 3; time++) {
            page.keyboard().press("Escape");
          }
        }
        page.waitForURL(address("/report/leave"));
        assertThat(page.title()).as(way).isEqualTo("Elsewhere");
        page.goBack();
        assertThat(page.url()).as(way).isEqualTo(address("/problems"));
      }
    }
  }

  /// The steps before the last one show nothing to whoever presses "back" afterwards.
  @Test
  void reporter_whoLeavesALaterStep_isSentElsewhereByBack() {
    Look look = Look.all().findFirst().orElseThrow();
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.route(
          "**/report/leave",
          route -> route.fulfill(new Route.FulfillOptions()
              .setContentType("text/html")
              .setBody("<title>Elsewhere</title>")));
      page.navigate(address(LINK + "later"));
      page.navigate(address("/report/state"));
      page.locator("a[data-leave]").click();
      page.waitForURL(address("/report/leave"));
      page.goBack();
      page.waitForURL(address("/report/leave"));
      assertThat(page.title()).isEqualTo("Elsewhere");

      page.navigate(address(LINK + "again"));
      assertThat(page.locator(".reasons").isVisible()).as("opened anew").isTrue();
    }
  }

  @Test
  void language_changedAtAStepWithoutScripts_keepsTheAnswers() {
    Look look = Look.all().findFirst().orElseThrow();
    try (BrowserContext window = browsing.windowWithoutScripts(look)) {
      Page page = window.newPage();
      page.navigate(address(LINK + "language"));
      page.locator(".reasons button[value='scam']").click();
      page.locator("#account").fill("a-8");
      page.locator(".languages button[lang=fr]").click();

      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
      assertThat(page.locator("#account").inputValue()).isEqualTo("a-8");
    }
  }

  /// While the work is still done, "back" goes back, and sends nothing.
  @Test
  void back_fromTheLastStep_sendsNothing() {
    Look look = Look.all().findFirst().orElseThrow();
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.addInitScript("crypto.subtle.digest = () => new Promise(() => {})");
      page.navigate(address("/report?surface=public&link=https://chat.example.org/c/back"));
      page.locator("button[value='child-abuse']").click();
      page.locator("#category").selectOption("child-sexual-abuse-material");
      page.locator("#where-form button").first().click();
      page.locator("#send-form button[formaction='/report/where']").click();

      page.waitForURL(address("/report/where"));
    }
  }

  @Test
  void file_thatIsTooLarge_isRefusedBeforeItIsSent() {
    Look look = Look.all().findFirst().orElseThrow();
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.navigate(address("/report?surface=public&link=https://chat.example.org/c/large"));
      page.locator("button[value='scam']").click();
      page.locator("#category").selectOption("phishing");
      page.locator("#ground").check();
      page.locator("#where-form button").first().click();
      page.locator("#attachments")
          .setInputFiles(new FilePayload("large.png", "image/png", new byte[11 * 1024 * 1024]));
      assertThat(page.locator("#attachments-error").textContent()).contains("large.png", "10");
      assertThat(Accessibility.violations(page)).isEmpty();
      page.locator("#send").click();
      assertThat(page.url()).as("nothing is sent").isEqualTo(address("/report/send"));
      browsing.keep(page, "report-file-too-large", look);

      page.locator("#attachments")
          .setInputFiles(new FilePayload("small.png", "image/png", new byte[10]));
      assertThat(page.locator("#attachments-error").textContent()).isEmpty();
      page.locator("#send").click();
      page.waitForURL(RECEIPT);
    }
  }

  /// The place behind the "#" goes on with the answers, in bodies, also in another language.
  @Test
  void place_ofAFragment_andAnswers_surviveTheChangeOfLanguage() {
    Look look = Look.all().findFirst().orElseThrow();
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.navigate(address("/report#room=r-2&message=m-17&surface=private"));
      page.locator(".reasons button[value='scam']").click();
      assertThat(page.url()).isEqualTo(address("/report/where"));
      assertThat(page.locator("#room").inputValue()).isEqualTo("r-2");
      assertThat(page.locator("input[name=surface][value=private]").isChecked()).isTrue();
      page.locator("#account").fill("a-7");
      page.locator(".languages button[lang=fr]").click();
      page.locator("html[lang=fr]").waitFor();
      assertThat(page.url()).isEqualTo(address("/report/where?lang=fr"));
      assertThat(page.locator("#account").inputValue()).isEqualTo("a-7");
      assertThat(page.locator("#message").inputValue()).isEqualTo("m-17");
    }
  }

  @Test
  void hotline_onItsPortal_sendsANoticeAndSeesIt() {
    Look look = Look.all().findFirst().orElseThrow();
    Pages.Entry portal =
        Pages.Entry.of("/flagger", world -> ReportExamples.made().portal(), Role.FLAGGER);
    try (BrowserContext window = browsing.window(look)) {
      Page page = browsing.open(window, portal, look);
      int before = page.locator("main tbody tr").count();
      page.locator("#category").selectOption("child-sexual-abuse-material");
      page.locator("#link").fill("https://chat.example.org/c/hotline");
      page.locator("#surface").check();
      page.locator("#explanation").fill("A made-up reason.");
      page.locator("#good_faith").check();
      page.locator("#one button").click();
      browsing.keep(page, "flagger-sent", look);

      assertThat(page.locator("main tbody tr").count()).isEqualTo(before + 1);
    }
  }
}
