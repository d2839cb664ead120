package org.vigie.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.server.access.Role;

/// The menu of narrow screens, open. While it is closed, which it is in [PagesTest], nothing of the
/// navigation is drawn, and no check of a page sees it.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MenuTest {
  private static final Pages.Entry PAGE = Pages.Entry.of("/review", Role.REVIEWER);
  private static final String MENU = "#menu";
  private static final String BUTTON = ".menu-open";

  private final Browsing browsing = Browsing.start();

  @BeforeAll
  void start() {
    RunningVigie.instance();
  }

  @AfterAll
  void stop() {
    browsing.close();
  }

  /// Returns the narrowest look of each language.
  static Stream<Look> narrow() {
    return Look.inEachLanguage().map(List::getLast);
  }

  @ParameterizedTest
  @MethodSource("narrow")
  void menu_byKeyboard_isAccessibleFitsAndIsClosedByEscape(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      checkMenu(window, look, page -> assertThat(Accessibility.violations(page)).isEmpty());
    }
  }

  /// The checks of accessibility are a script, and never end where no script runs.
  @ParameterizedTest
  @MethodSource("narrow")
  void menu_withoutScripts_fitsAndIsClosedByEscape(Look look) {
    try (BrowserContext window = browsing.windowWithoutScripts(look)) {
      checkMenu(window, look, _ -> {});
    }
  }

  private void checkMenu(BrowserContext window, Look look, Consumer<Page> more) {
    Page page = browsing.open(window, PAGE, look);
    assertThat(page.locator(MENU)).isHidden();
    Keyboard keyboard = new Keyboard(page);
    keyboard.press(BUTTON, "Enter");
    assertThat(page.locator(MENU)).isVisible();
    browsing.keep(page, PAGE.fileName() + "-menu", look);
    more.accept(page);
    assertThat(PagesTest.overflow(page)).as("of the page").isZero();
    assertThat(overflow(page)).as("of the menu").isZero();
    keyboard.reach(MENU + " .places a");
    page.keyboard().press("Escape");
    assertThat(page.locator(MENU)).isHidden();
    assertThat(page.locator(BUTTON)).isFocused();
  }

  private static int overflow(Page page) {
    return (int) page.locator(MENU).evaluate("menu => menu.scrollWidth - menu.clientWidth");
  }
}
