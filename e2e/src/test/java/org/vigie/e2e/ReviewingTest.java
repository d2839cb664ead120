package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.server.access.Role;

/// A reviewer at work, by keyboard alone, in a real browser.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReviewingTest {
  private static final Pattern DECIDED = Pattern.compile(".*[?&]decided=.*");
  private static final Pattern CASE = Pattern.compile(".*/review/cases/\\d+$");
  /// The filter on the visible picture: the rendition, or the original in its place.
  private static final String FILTER = "getComputedStyle([...document.querySelectorAll("
      + "'.veiled img')].find(each => each.checkVisibility())).filter";

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
    return Look.all().limit(2);
  }

  private static Pages.Entry page(String pattern) {
    return Pages.PAGES.stream()
        .filter(entry -> entry.pattern().equals(pattern))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void case_byKeyboard_isUnveiledDecidedAndTakenBack(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      Page page = browsing.open(window, page("/review/cases/{id}"), look);
      assertThat(page.evaluate(FILTER)).asString().contains("blur", "grayscale");
      page.keyboard().press("u");
      page.waitForFunction("() => " + FILTER + " === 'grayscale(1)'");

      for (String key : new String[] {"a", "Control+Enter"}) {
        if (key.equals("Control+Enter")) {
          page.keyboard().press("w");
          page.keyboard().press("Space");
        }
        new Keyboard(page).decide(key);
        page.waitForURL(DECIDED);
        browsing.keep(page, "reviewing-decided-" + key, look);
        page.keyboard().press("z");
        page.waitForURL(CASE);
        assertThat(page.locator("form[data-keep]").count())
            .as("the case is held again")
            .isOne();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void enter_pressedAgainAndAgain_claimsAndDecidesNothing(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      FilmCase.in(window.newPage(), "hasty-" + look).release();
      Page page = browsing.open(window, page("/review"), look);
      page.keyboard().press("Enter");
      page.waitForURL(CASE);
      page.keyboard().press("Control+Enter");
      page.keyboard().press("b");
      page.locator("form[data-keep][data-ready]").waitFor();
      page.keyboard().press("Enter");
      page.keyboard().press("Enter");
      page.reload();

      assertThat(page.url()).matches(CASE);
      assertThat(page.locator("form[data-keep]").count()).as("still held").isOne();
      page.keyboard().press("r");
      page.waitForURL("**/review");
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void measures_changed_areBorneByTheButton(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      FilmCase film = FilmCase.in(window.newPage(), "measured-" + look);
      Pages.Entry entry = Pages.Entry.of("measured", world -> film.address(), Role.REVIEWER);
      Page page = browsing.open(window, entry, look);
      page.keyboard().press("o");
      page.locator("select[name=content]").selectOption("label");
      page.locator("select[name=account]").selectOption("ban");

      String words = look.language().equals("fr")
          ? "Étiqueter et bannir le compte"
          : "Label and ban the account";
      page.locator("[data-bears]:enabled", new Page.LocatorOptions().setHasText(words))
          .waitFor();
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void keys_whileSomebodyTypes_doNothing(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      Page page = browsing.open(window, page("/review/cases/{id}"), look);
      String address = page.url();
      page.keyboard().press("n");
      page.keyboard().type("atbsrz");

      assertThat(page.locator("#note").inputValue()).isEqualTo("atbsrz");
      assertThat(page.url()).isEqualTo(address);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void palette_openedFilteredAndClosed_findsWhatThePageOffers(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      Page page = browsing.open(window, page("/review/cases/{id}"), look);
      page.locator("#unveil").focus();
      page.keyboard().press("Control+k");
      page.locator("#palette[open]").waitFor();
      browsing.keep(page, "reviewing-palette", look);
      assertThat(page.locator("#palette-list [role=option]").count()).isGreaterThan(10);
      assertThat(Accessibility.violations(page)).isEmpty();
      page.keyboard().press("Escape");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("unveil");

      page.keyboard().press("Control+k");
      page.keyboard().type(look.language().equals("fr") ? "réglages des médias" : "media settings");
      assertThat(page.locator("#palette-list [role=option]").count())
          .as("that, and a search")
          .isEqualTo(2);
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/review/settings$"));

      page.goBack();
      String number = page.url().replaceAll(".*/", "");
      page.navigate(RunningVigie.instance().address() + "/review");
      page.keyboard().press("Control+k");
      page.keyboard().type(number);
      page.locator("#palette-list [role=option]")
          .getByText(Pattern.compile("(Case|Dossier) " + number + "\\b"))
          .click();
      page.waitForURL(Pattern.compile(".*/review/cases/" + number + "$"));
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void keys_askedFor_areThoseOfThePage(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      Page page = browsing.open(window, page("/review/cases/{id}"), look);
      page.keyboard().press("?");
      browsing.keep(page, "reviewing-keys", look);
      page.locator("#palette[open]").waitFor();
      List<String> shown = page.locator("#palette-list kbd").allTextContents();

      assertThat(shown)
          .contains("Ctrl-Enter", "a", "t", "s", "e", "r", "u", "g", "1", "9", "n")
          .as("without a list, j and k lead nowhere")
          .doesNotContain("j", "k");
      assertThat(page.locator("main button kbd, main .veil kbd").allTextContents())
          .as("every key beside a button is in the list")
          .allSatisfy(key -> assertThat(shown).contains(key));

      FilmCase.in(window.newPage(), "keys-" + look);
      page.navigate(RunningVigie.instance().address() + "/review");
      page.keyboard().press("?");
      page.locator("#palette[open]").waitFor();
      assertThat(page.locator("#palette-list kbd").allTextContents())
          .contains("j", "k")
          .doesNotContain("Ctrl-Enter", "n");
    }
  }

  /// The overlay is that of every page: here of one without a key of its own.
  @ParameterizedTest
  @MethodSource("looks")
  void palette_onAPageOfAnotherJob_findsCasesAndPages(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      String address = FilmCase.in(window.newPage(), "sought-" + look).address();
      Page page = browsing.open(window, Pages.Entry.of("/scans", Role.LEAD), look);
      page.keyboard().press("?");
      page.locator("#palette[open]").waitFor();
      assertThat(Accessibility.violations(page)).isEmpty();
      page.keyboard().type("sought-" + look);
      page.locator("#palette-list [role=option]")
          .getByText(Pattern.compile("(Case|Dossier) " + address.replaceAll(".*/", "")))
          .waitFor();
      page.keyboard().press("Enter");
      page.waitForURL("**" + address);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void cases_ofAList_followEachOtherByKey(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      FilmCase.in(window.newPage(), "walked-" + look);
      Page page = browsing.open(window, page("/review"), look);
      List<?> cases = (List<?>) page.evaluate(
          "[...document.querySelectorAll('main tbody th a[href^=\"/review/cases/\"]')]"
              + ".map(link => link.getAttribute('href'))");
      List<?> apart = cases.stream().distinct().toList();
      page.keyboard().press("j");
      page.keyboard().press("Enter");
      page.waitForURL("**" + apart.get(0));
      page.waitForLoadState();
      page.keyboard().press("j");
      page.waitForURL("**" + apart.get(1));
      page.waitForLoadState();
      page.keyboard().press("k");
      page.waitForURL("**" + apart.get(0));
    }
  }
}
