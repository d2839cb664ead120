package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.testkit.Step.step;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.people.Enrolments;

/// The way of a report: three clicks without an account, a decision by keyboard, and the answer to
/// the reporter.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportToDecisionTest {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);
  private static final Caller VIGIE = new Caller.Vigie();

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
  void report_withoutAccount_isDecidedByKeyboardAndAnswered(Look look) {
    String account = "seller-" + look.language();
    try (BrowserContext reporter = browsing.window(look);
        BrowserContext reviewer = browsing.window(look)) {
      Page receipt =
          step("somebody reports in three clicks", () -> reported(reporter, account, look));
      String waiting = badge(receipt);

      Page desk =
          step("a reviewer signs in", () -> signedIn(reviewer, "reviewer-" + look.language()));
      step("the reviewer claims the case", () -> claim(desk, account));
      browsing.keep(desk, "journey-case", look);
      step("the reviewer decides by keyboard", () -> {
        assertThat(desk.locator("main").textContent()).contains(account);
        desk.locator("[name=keywords]").first().check();
        desk.keyboard().press("o");
        desk.locator("[name=reference]").fill("Terms, section 7");
        desk.locator("[name=explanation]").fill("The offer promises what it cannot give.");
        desk.evaluate("document.activeElement.blur()");
        decide(desk, "t");
      });
      browsing.keep(desk, "journey-decided", look);

      step(
          "the reporter reads the answer",
          () -> assertThat(laterBadge(receipt, waiting)).isNotEqualTo(waiting));
      browsing.keep(receipt, "journey-answer", look);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void decision_takenBackAtOnce_leavesTheCaseWithItsReviewer(Look look) {
    String account = "buyer-" + look.language();
    try (BrowserContext reporter = browsing.window(look);
        BrowserContext reviewer = browsing.window(look)) {
      Page receipt =
          step("somebody reports in three clicks", () -> reported(reporter, account, look));
      String waiting = badge(receipt);
      Page desk = step("a reviewer signs in", () -> signedIn(reviewer, "undo-" + look.language()));
      step("the reviewer claims the case", () -> claim(desk, account));
      String address = desk.url();
      step("the reviewer decides and takes it back", () -> {
        decide(desk, "a");
        desk.keyboard().press("z");
        desk.locator("[data-vanish]").waitFor(gone());
        desk.waitForLoadState();
      });

      step("the case is still the reviewer's", () -> {
        desk.navigate(address);
        assertThat(desk.locator("form[data-keep], form[action$='/claim']").count())
            .isPositive();
      });
      step("the reporter still waits", () -> {
        receipt.reload();
        assertThat(badge(receipt)).isEqualTo(waiting);
      });
      step("the reviewer decides again", () -> {
        if (desk.locator("form[data-keep]").count() == 0) {
          desk.locator("form[action$='/claim'] button").click();
        }
        decide(desk, "a");
      });
    }
  }

  /// From the link to the receipt: nothing that counts is chosen for the reporter.
  private Page reported(BrowserContext window, String account, Look look) {
    Page page = window.newPage();
    page.navigate(address(
        "/report?surface=public&link=https://messenger.example/c/market/17&account=" + account));
    browsing.keep(page, "journey-report", look);
    page.locator("button[value='scam']").click();
    page.locator("#category").selectOption("scams-and-fraud");
    page.locator("#ground").check();
    browsing.keep(page, "journey-where", look);
    page.locator("#where-form button").first().click();
    browsing.keep(page, "journey-send", look);
    page.locator("#send").click();
    page.waitForURL(address("/report/receipt/*"));
    assertThat(page.locator("#receipt-code").textContent()).matches("[A-Z2-7]{5}(-[A-Z2-7]{5}){3}");
    browsing.keep(page, "journey-receipt", look);
    return page;
  }

  private Page signedIn(BrowserContext window, String name) {
    PersonId person = bean(People.class)
        .invite(
            VIGIE,
            new PersonName("Sacha Inventé"),
            new EmailAddress(name + "@example.org"),
            Set.of(Role.REVIEWER))
        .orElseThrow();
    Page page = window.newPage();
    page.navigate(address(bean(Enrolments.class).newLink(VIGIE, person)));
    VirtualAuthenticator.plugInto(page);
    page.locator("#passkey-button").click();
    page.waitForURL(address("/"));
    return page;
  }

  /// Finds the case of an account and claims it; other tests have cases too.
  private static void claim(Page desk, String account) {
    desk.navigate(address("/review?about=" + account));
    Locator found = desk.locator("main tbody a[href^='/review/cases/']");
    Instant end = Instant.now().plus(LONGEST_WAIT);
    while (found.count() == 0 && Instant.now().isBefore(end)) {
      desk.waitForTimeout(300);
      desk.reload();
    }
    found.first().click();
    desk.waitForURL(address("/review/cases/*"));
    desk.keyboard().press("c");
    desk.locator("form[data-keep]").waitFor();
    desk.waitForLoadState();
  }

  private static void decide(Page desk, String key) {
    new Keyboard(desk).decide(key);
    desk.locator("[data-vanish]").waitFor();
    // Keys work once the script of the next page does.
    desk.waitForLoadState();
  }

  private static String badge(Page receipt) {
    return receipt.locator("main .badge").first().textContent().strip();
  }

  /// Looks again until the answer is another one, or for as long as it may take.
  private static String laterBadge(Page receipt, String before) {
    Instant end = Instant.now().plus(LONGEST_WAIT);
    String now = before;
    while (now.equals(before) && Instant.now().isBefore(end)) {
      receipt.waitForTimeout(500);
      receipt.reload();
      now = badge(receipt);
    }
    return now;
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  private static <T> T bean(Class<T> type) {
    return RunningVigie.instance().context().getBean(type);
  }

  private static String address(String path) {
    return RunningVigie.instance().address() + path;
  }
}
