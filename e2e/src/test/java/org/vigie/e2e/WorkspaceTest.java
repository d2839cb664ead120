package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.Role;

/// The page of a case as a place to work: what decides stays in sight, the queue is beside it, and
/// a reported message is decided by keys alone.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkspaceTest {
  private static final Pattern DECIDED = Pattern.compile(".*[?&]decided=.*");
  private static final String SIDEWAYS =
      "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  private static final String INNER_SCROLL =
      "(pane => pane.scrollHeight - pane.clientHeight)(document.querySelector('.acts'))";
  private static final String BOTTOM = "scrollTo(0, document.documentElement.scrollHeight)";
  private static final String IN_SIGHT = "(box => box.top >= 0 && box.bottom <= innerHeight)"
      + "(document.querySelector('[data-bears]').getBoundingClientRect())";

  private static final Page.GetByTextOptions EXACT = new Page.GetByTextOptions().setExact(true);

  private final Browsing browsing = Browsing.start();

  @BeforeAll
  void start() {
    RunningVigie.instance();
  }

  @AfterAll
  void stop() {
    browsing.close();
  }

  static Stream<Look> desks() {
    return Stream.of(
        new Look("en", ColorScheme.LIGHT, 1440),
        new Look("fr", ColorScheme.DARK, 1440),
        new Look("fr", ColorScheme.LIGHT, 1280),
        new Look("en", ColorScheme.DARK, 1280));
  }

  static Stream<Look> phones() {
    return Stream.of(new Look("en", ColorScheme.LIGHT, 420), new Look("fr", ColorScheme.DARK, 420));
  }

  /// Opens the page of a reported message; nobody else is handed its case.
  private void opened(Look look, String account, Consumer<Page> work) {
    String address = MessageCase.in(account + "-" + look);
    try (BrowserContext window = browsing.window(look)) {
      window.setExtraHTTPHeaders(Map.of(TestSession.HEADER, Role.REVIEWER.name()));
      Page page = window.newPage();
      page.navigate(RunningVigie.instance().address() + address);
      work.accept(page);
    }
  }

  @ParameterizedTest
  @MethodSource("desks")
  void pane_atADesk_staysInSightWithoutScrollingInside_besideTheQueue(Look look) {
    opened(look, "desk", page -> {
      browsing.keep(page, "workspace-text", look);
      assertThat(page.locator(".rail [aria-current=page]").isVisible()).isTrue();
      assertThat(page.evaluate(SIDEWAYS)).isEqualTo(0);
      assertThat(page.evaluate(IN_SIGHT)).isEqualTo(true);
      page.evaluate(BOTTOM);
      assertThat(page.evaluate(IN_SIGHT)).as("at the end of the page").isEqualTo(true);
      page.keyboard().press("o");
      browsing.keep(page, "workspace-change", look);
      assertThat(page.locator("select[name=content]").isVisible()).isTrue();
      assertThat(page.evaluate(INNER_SCROLL)).isEqualTo(0);
      assertThat(Accessibility.violations(page)).isEmpty();
    });
  }

  @ParameterizedTest
  @MethodSource("phones")
  void deciding_onAPhone_isABarAtTheFootOfTheScreen(Look look) {
    opened(look, "phone", page -> {
      browsing.keep(page, "workspace-text", look);
      assertThat(page.evaluate(SIDEWAYS)).isEqualTo(0);
      assertThat(page.evaluate(IN_SIGHT)).isEqualTo(true);
      assertThat(page.locator("#rail").isVisible()).isFalse();
      page.locator(".rail-open").click();
      assertThat(page.locator("#rail [aria-current=page]").isVisible()).isTrue();
      browsing.keep(page, "workspace-queue", look);
      page.keyboard().press("Escape");
      page.locator(".bar a").click();
      assertThat(page.locator("select[name=content]").isVisible()).isTrue();
      assertThat(page.evaluate(IN_SIGHT)).isEqualTo(true);
      assertThat(Accessibility.violations(page)).isEmpty();
    });
  }

  @ParameterizedTest
  @MethodSource("phones")
  void page_ofAMatch_showsItsMediaFirst(Look look) {
    for (int width : new int[] {1440, 1280, 420}) {
      Look wide = new Look(look.language(), look.scheme(), width);
      try (BrowserContext window = browsing.window(wide)) {
        Pages.Entry entry = Pages.PAGES.stream()
            .filter(each -> each.pattern().equals("/review/cases/{id}"))
            .findFirst()
            .orElseThrow();
        Page page = browsing.open(window, entry, wide);
        browsing.keep(page, "workspace-media", wide);
        assertThat(page.evaluate(SIDEWAYS)).isEqualTo(0);
        assertThat(page.evaluate("document.querySelector('.content .veiled, .content article')"
                + ".className.includes('veiled')"))
            .isEqualTo(true);
        assertThat(page.locator("tbody th dl.known dd").first().textContent())
            .as("the matched member")
            .isNotBlank();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("phones")
  void key_whoseButtonIsFolded_showsItFirst_andEnterInAFieldDecidesNothing(Look look) {
    opened(look, "folded", page -> {
      page.locator("form[data-keep][data-ready]").waitFor();
      page.keyboard().press("b");
      assertThat(page.locator("button[data-key=b]").isVisible()).isTrue();
      page.locator("[name=reference]").press("Enter");
      page.locator("[name=facts]").first().press("Enter");
      page.reload();
      assertThat(page.locator("form[data-keep]").count()).as("still held").isOne();
    });
  }

  /// The list begins with the button that decides, and Enter runs what the list begins with.
  @ParameterizedTest
  @MethodSource("phones")
  void palette_onACase_leadsToTheButtonThatDecides_andPressesItNot(Look look) {
    opened(look, "palette", page -> {
      for (String key : List.of("Ctrl-Enter", "b")) {
        page.keyboard().press("Control+k");
        page.locator("#palette[open]").waitFor();
        page.locator("#palette-list [role=option]")
            .filter(new Locator.FilterOptions().setHas(page.getByText(key, EXACT)))
            .first()
            .click();
        assertThat(page.evaluate("document.activeElement.dataset.key")).isEqualTo(key);
      }
      page.reload();
      assertThat(page.locator("form[data-keep]").count()).as("still held").isOne();
    });
  }

  @ParameterizedTest
  @MethodSource("desks")
  void reportedMessage_byKeysAlone_isDecidedWithAFact(Look look) {
    String account = "keys-" + look;
    opened(look, "keys", page -> {
      page.locator("form[data-keep][data-ready]").waitFor();
      page.keyboard().press("f");
      page.keyboard().press("Space");
      page.keyboard().press("Control+Enter");
      page.waitForURL(DECIDED);
      browsing.keep(page, "workspace-decided", look);
    });
    String said = RunningVigie.instance()
        .context()
        .getBean(JdbcClient.class)
        .sql("""
            select explanation from review.decision join review.review_case using (case_id)
             where account = :account
            """)
        .param("account", account)
        .query(String.class)
        .single();
    assertThat(said).doesNotContain("[[").contains(":");
  }
}
