package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A visitor of a demonstration chooses who to be and looks around.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemoPagesTest {
  private static final List<String> SIGHTS =
      List.of("/", "/banks", "/banks/HARBOUR_SCAM_POSTERS", "/scans", "/policy");

  private final Browsing browsing = Browsing.start();

  @AfterAll
  void stop() {
    browsing.close();
  }

  static Stream<Look> looks() {
    return Look.all();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void visitor_whoEntersAsALead_seesATownThatIsAliveAndMarked(Look look) {
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.navigate(RunningDemo.instance().address("/demo").toString());
      browsing.keep(page, "demo-choice", look);
      page.locator("button", new Page.LocatorOptions().setHasText("Coralie")).click();
      for (String sight : SIGHTS) {
        page.navigate(RunningDemo.instance().address(sight).toString());
        browsing.keep(page, fileName(sight), look);
        assertThat(page.locator(".demo").isVisible()).as("the mark on " + sight).isTrue();
      }
      assertThat(rows(page, "/banks")).as("banks, and the member set aside").isEqualTo(5 + 1);
      assertThat(rows(page, "/scans")).as("scans on a page").isGreaterThan(10);
    }
  }

  private static String fileName(String sight) {
    return sight.equals("/") ? "demo-home" : "demo" + sight.replaceAll("[^A-Za-z]+", "-");
  }

  private static int rows(Page page, String sight) {
    page.navigate(RunningDemo.instance().address(sight).toString());
    Locator rows = page.locator("main tbody tr");
    return rows.count();
  }
}
