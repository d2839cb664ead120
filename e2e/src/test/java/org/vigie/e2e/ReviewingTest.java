package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A reviewer at work, by keyboard alone, in a real browser.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReviewingTest {
  private static final Pattern DECIDED = Pattern.compile(".*[?&]decided=.*");
  private static final Pattern CASE = Pattern.compile(".*/review/cases/\\d+$");
  private static final String FILTER =
      "getComputedStyle(document.querySelector('.veiled img')).filter";

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
      page.waitForFunction("() => " + FILTER + " === 'grayscale(1) blur(0px)'");

      for (String key : new String[] {"a", "Enter"}) {
        page.keyboard().press(key);
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
}
