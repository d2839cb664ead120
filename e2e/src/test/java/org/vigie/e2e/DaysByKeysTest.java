package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.testkit.Step.step;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.Role;

/// The days of those who do not decide cases, by keyboard alone, with the acts that hurt tried and
/// refused: a list manager opens, fills, closes and reopens a bank, and two legal officers open
/// evidence together. [FiveDesksTest] has reporters, reviewers and leads.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DaysByKeysTest {
  private static final String CLOSE = "form[action$='/close']";

  private final Browsing browsing = Browsing.start();

  @AfterAll
  void stop() {
    browsing.close();
  }

  /// Returns one look in each language.
  static Stream<Look> languages() {
    return Look.all().limit(2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void bank_isOpenedFilledClosedByItsNameAndReopened(Look look) {
    String name = "DAY_" + look.language().toUpperCase(Locale.ROOT);
    try (BrowserContext window = browsing.window(look)) {
      window.setExtraHTTPHeaders(Map.of(TestSession.HEADER, Role.LIST_MANAGER.name()));
      Page page = window.newPage();
      Keyboard keyboard = new Keyboard(page);
      step("a bank without a category is refused at the field", () -> {
        page.navigate(address("/banks/new"));
        keyboard.write("#name", name);
        keyboard.press("form[action='/banks'] button", "Enter");
        page.waitForTimeout(300);
        assertThat(page.url()).doesNotEndWith("/banks/" + name);
      });
      step("and opened with one", () -> {
        keyboard.choose("#category", category(page));
        keyboard.press("form[action='/banks'] button", "Enter");
        page.waitForURL(address("/banks/" + name));
      });
      step("a member is added", () -> {
        page.navigate(address("/banks/" + name + "/members/new"));
        keyboard.write("#signals", "sha256:" + "ab".repeat(32));
        keyboard.press("form[action$='/members'] button", "Enter");
        page.waitForURL(url -> !url.endsWith("/members/new"));
      });
      step("Enter on the closing button, without the name, closes nothing", () -> {
        page.navigate(address("/banks/" + name));
        keyboard.press(CLOSE + " button", "Enter");
        page.waitForTimeout(300);
        page.navigate(address("/banks/" + name));
        assertThat(page.locator(CLOSE).count()).isOne();
      });
      step("another name closes nothing either", () -> {
        keyboard.write("#typed", "MADE_UP");
        keyboard.press(CLOSE + " button", "Enter");
        page.locator("[role=status], .flash").first().waitFor();
        page.navigate(address("/banks/" + name));
        assertThat(page.locator(CLOSE).count()).isOne();
      });
      step("its own name closes it", () -> {
        keyboard.write("#typed", name);
        keyboard.press(CLOSE + " button", "Enter");
        page.waitForURL(address("/banks"));
      });
      step("and it is opened again, with its member", () -> {
        String reopen = page.locator("tr", new Page.LocatorOptions().setHasText(name))
            .locator("form[action$='/reopen']")
            .getAttribute("action");
        keyboard.press("form[action='" + reopen + "'] button", "Enter");
        page.waitForURL(address("/banks/" + name));
        assertThat(page.locator("main tbody tr").count()).isOne();
      });
      browsing.keep(page, "day-of-a-list-manager", look);
    }
  }

  /// Returns the first category that is offered.
  private static String category(Page page) {
    return (String) page.evaluate(
        "[...document.querySelectorAll('#category option')].find(each => each.value).value");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void evidence_isOpenedByTwo_neverByOne(Look look) {
    String evidence = RunningVigie.instance().world().evidence();
    String reason = "file 2026/" + look.language();
    try (BrowserContext first = browsing.window(look);
        BrowserContext second = browsing.window(look)) {
      Page one = signIn(first, "one", look);
      step("one legal officer asks for access", () -> {
        one.navigate(address(evidence));
        Keyboard keyboard = new Keyboard(one);
        keyboard.write("#leave", reason);
        keyboard.press("#ask-leave button", "Enter");
        one.waitForURL(address("/evidence/grants**"));
      });
      step("and cannot agree to the own request", () -> {
        one.navigate(address("/evidence/grants"));
        assertThat(article(one, reason).locator("form[action$='/approve']").count())
            .isZero();
        assertThat(article(one, reason).locator("form[action$='/refuse']").count())
            .isOne();
      });
      Page two = signIn(second, "two", look);
      step("home leads another one to the request, who agrees", () -> {
        two.navigate(address("/"));
        new Keyboard(two).press("main a[href^='/evidence/grants']", "Enter");
        two.waitForURL(address("/evidence/grants**"));
        String id = article(two, reason).getAttribute("aria-labelledby").substring(2);
        String approval = "form[action='/evidence/grants/" + id + "/approve']";
        new Keyboard(two).press(approval + " button", "Enter");
        two.locator(approval)
            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      });
      step("then the first opens it", () -> {
        one.navigate(address(evidence));
        new Keyboard(one).press("main a[href^='" + evidence + "/grants/']", "Enter");
        one.waitForURL(address(evidence + "/grants/*"));
      });
      browsing.keep(one, "day-of-a-legal-officer", look);
    }
  }

  private static Locator article(Page page, String reason) {
    return page.locator("article", new Page.LocatorOptions().setHasText(reason));
  }

  private static Page signIn(BrowserContext window, String part, Look look) {
    PersonId person = DeskPeople.invite("legal-" + part, Role.LEGAL, look);
    return DeskPeople.signIn(window, person);
  }

  private static String address(String path) {
    return RunningVigie.instance().address() + path;
  }
}
