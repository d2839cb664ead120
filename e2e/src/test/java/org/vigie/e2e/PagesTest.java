package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every page, in both languages, light and dark, on a desk, at 200 % and on a phone. Two pages
/// are checked at a time, each in a browser of its own. The test fetches a page once in each
/// language, and then changes colours and width in place. [MenuTest] opens the menu of narrow
/// screens.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
final class PagesTest {
  private static final int BROWSERS = 2;

  /// In CSS pixels: between the looks, on which the layout alone is checked.
  private static final int LARGE_PHONE = 420;

  /// Pages whose handlers answer programs, too, and so with anything.
  private static final Set<String> FOR_PROGRAMS_TOO = Set.of("/api/docs");

  private final BlockingQueue<Browsing> browsers = new ArrayBlockingQueue<>(BROWSERS);

  @BeforeAll
  void start() {
    RunningVigie.instance();
    for (int i = 0; i < BROWSERS; i++) {
      browsers.add(Browsing.start());
    }
  }

  @AfterAll
  void stop() {
    browsers.forEach(Browsing::close);
  }

  /// Does something with a browser that no other thread uses meanwhile.
  private void browse(Consumer<Browsing> work) throws InterruptedException {
    Browsing browsing = browsers.take();
    try {
      work.accept(browsing);
    } finally {
      browsers.add(browsing);
    }
  }

  static Stream<Arguments> fetched() {
    return Stream.of(Pages.PAGES, Pages.STATES, Pages.ERRORS)
        .flatMap(List::stream)
        .flatMap(entry -> Look.inEachLanguage().map(looks -> Arguments.of(entry, looks)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("fetched")
  void page_inEveryLook_isAccessibleAndFits(Pages.Entry entry, List<Look> looks)
      throws InterruptedException {
    browse(browsing -> checkPage(browsing, entry, looks));
  }

  private static void checkPage(Browsing browsing, Pages.Entry entry, List<Look> looks) {
    Page page = browsing.show(entry, looks.getFirst());
    checkLook(page, looks.getFirst());
    for (Look look : looks.subList(1, looks.size())) {
      browsing.turn(page, entry, look);
      checkLook(page, look);
    }
    Look phone = looks.getLast().wide(LARGE_PHONE);
    browsing.turn(page, entry, phone);
    assertThat(Layout.faults(page)).as("%s", phone).isEmpty();
  }

  private static void checkLook(Page page, Look look) {
    assertThat(page.locator("html").getAttribute("lang")).as("%s", look).isEqualTo(look.language());
    assertThat(page.locator("h1").count()).as("one main heading, %s", look).isEqualTo(1);
    assertThat(overflow(page))
        .as("pixels that stick out to the right, %s", look)
        .isZero();
    if (look.width() >= Look.DESK) {
      assertThat(Layout.faults(page)).as("%s", look).isEmpty();
    }
    assertThat(Accessibility.violations(page)).as("%s", look).isEmpty();
  }

  /// Returns the width by which the page could be scrolled sideways.
  static int overflow(Page page) {
    return (int) page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }

  @Test
  void pages_ofAllControllers_areListed() {
    Set<String> listed = Pages.PAGES.stream()
        .map(Pages.Entry::pattern)
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(listed).containsExactlyInAnyOrderElementsOf(served());
  }

  /// The paths of all handlers that answer GET with a page.
  private static Set<String> served() {
    return RunningVigie.instance()
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(entry -> answersWithPage(entry.getValue())
            || entry.getKey().getPatternValues().stream().anyMatch(FOR_PROGRAMS_TOO::contains))
        .filter(
            entry -> entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(entry -> entry.getKey().getPatternValues().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean answersWithPage(HandlerMethod handler) {
    ResolvableType type = ResolvableType.forMethodReturnType(handler.getMethod());
    return isPage(type) || isPage(type.getGeneric());
  }

  private static boolean isPage(ResolvableType type) {
    return org.vigie.server.frame.Page.class.isAssignableFrom(type.toClass());
  }

  @Test
  void page_withDefects_isNotAccessible() throws InterruptedException {
    browse(PagesTest::checkDefects);
  }

  /// What no page has is found: otherwise the checks above could be of nothing.
  private static void checkDefects(Browsing browsing) {
    try (BrowserContext window = browsing.window(Look.all().findFirst().orElseThrow())) {
      Page page = window.newPage();
      page.setContent("<main><img src='data:,'><p style='color: #eee'>pale</p>"
          + "<div style='overflow: hidden'><a href='#'>clipped</a></div>"
          + "<div class='table' style='width: 9em; overflow: auto'><p style='width: 12em'>wide</p>"
          + "</div><p style='width: 200vw'>sideways</p></main>");

      assertThat(Accessibility.violations(page))
          .anyMatch(found -> found.startsWith("image-alt: "))
          .anyMatch(found -> found.startsWith("color-contrast: "));
      assertThat(Layout.faults(page))
          .anyMatch(found -> found.startsWith("the page scrolls sideways"))
          .anyMatch(found -> found.startsWith("columns are cut off"))
          .anyMatch(found -> found.startsWith("the ring is clipped"));
    }
  }

  @Test
  void page_byKeyboard_offersToSkipTheNavigation() throws InterruptedException {
    browse(PagesTest::checkSkipping);
  }

  private static void checkSkipping(Browsing browsing) {
    Look look = Look.all().findFirst().orElseThrow();
    try (BrowserContext window = browsing.window(look)) {
      Page page = browsing.open(window, Pages.PAGES.getFirst(), look);
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");

      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }
  }

  @Test
  void language_chosenOnAPage_isKeptOnTheNext() throws InterruptedException {
    browse(PagesTest::checkLanguage);
  }

  private static void checkLanguage(Browsing browsing) {
    Look look = Look.all().findFirst().orElseThrow();
    try (BrowserContext window = browsing.window(look)) {
      Page page = browsing.open(window, Pages.PAGES.getFirst(), look);
      page.locator(".account summary").click();
      page.locator(".languages a[hreflang=fr]").click();
      page.navigate(RunningVigie.instance().address() + "/problems");

      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
    }
  }
}
