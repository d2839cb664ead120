package org.vigie.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.server.access.Role;

/// What the frame of every page does with scripts: the zone of the browser, copies of identifiers,
/// and the sheet of the account.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FrameTest {
  private static final Look LOOK = new Look("en", ColorScheme.LIGHT, Look.DESK);
  private static final Pages.Entry ACCOUNT = Pages.Entry.of("/account", Role.REVIEWER);
  private static final Pages.Entry LEDGER = Pages.Entry.of("/ledger", Role.AUDITOR);

  private final Browsing browsing = Browsing.start();

  @BeforeAll
  void start() {
    RunningVigie.instance();
  }

  @AfterAll
  void stop() {
    browsing.close();
  }

  @Test
  void times_fromTheSecondPageOn_areInTheZoneOfTheBrowser() {
    try (BrowserContext window = browsing.windowIn("Asia/Tokyo", LOOK)) {
      Page page = browsing.open(window, ACCOUNT, LOOK);
      assertThat(page.locator("main")).containsText("in the zone UTC");
      page.reload();
      assertThat(page.locator("main")).containsText("in the zone Asia/Tokyo");
      page.navigate(RunningVigie.instance().address() + "/account");
      page.locator("#zone").selectOption("Europe/Paris");
      page.locator("form[action='/account/zone'] button").click();
      assertThat(page.locator("main")).containsText("in the zone Europe/Paris");
    }
  }

  @Test
  void identifier_thatIsShortened_isCopiedWhole() {
    try (BrowserContext window = browsing.window(LOOK)) {
      window.grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Page page = browsing.open(window, LEDGER, LOOK);
      page.locator("button[data-copy]").first().click();
      page.locator("button[data-copied]").waitFor();
      assertThat((String) page.evaluate("navigator.clipboard.readText()"))
          .matches(Pattern.compile("[0-9a-f-]{36}"))
          .isEqualTo(page.locator("button[data-copy]").first().getAttribute("data-copy"));
    }
  }

  @Test
  void account_openedAsASheet_isClosedByEscapeAndByAClickBeside() {
    try (BrowserContext window = browsing.window(LOOK)) {
      Page page = browsing.open(window, ACCOUNT, LOOK);
      page.locator(".account summary").click();
      assertThat(page.locator(".account .sheet")).isVisible();
      assertThat(Accessibility.violations(page)).isEmpty();
      page.keyboard().press("Escape");
      assertThat(page.locator(".account .sheet")).isHidden();
      assertThat(page.locator(".account summary")).isFocused();
      page.locator(".account summary").click();
      page.locator("h1").click();
      assertThat(page.locator(".account .sheet")).isHidden();
    }
  }
}
