package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.testkit.PictureFile;
import org.vigie.testkit.SyntheticPicture;

/// A report with a file while the server takes none, in a real browser.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FilesRefusedTest {
  private static final Pattern RECEIPT = Pattern.compile(".*/report/receipt/[0-9a-f.-]+$");
  private static final String TYPED = "He asks for my card number, see the picture.";

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

  @ParameterizedTest
  @MethodSource("looks")
  void form_whileManySendFiles_keepsWhatWasTyped_andIsSentWithoutTheFile(Look look)
      throws IOException, InterruptedException {
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.navigate(HeldUploads.address()
          + "/report?surface=public&link=https://chat.example.org/c/refused-" + look);
      page.locator("button[value='scam']").click();
      page.locator("#category").selectOption("phishing");
      page.locator("#ground").check();
      page.locator("#where-form button").first().click();
      fill(page);
      try (HeldUploads _ = HeldUploads.untilRefused()) {
        page.locator("#send").click();
        page.locator("#attachments-error").waitFor();
      }
      browsing.keep(page, "report-files-refused", look);

      assertThat(page.locator("#explanation").inputValue()).isEqualTo(TYPED);
      assertThat(page.evaluate("document.activeElement.className")).isEqualTo("errors");
      assertThat(PagesTest.overflow(page))
          .as("pixels that stick out to the right")
          .isZero();
      assertThat(Accessibility.violations(page)).isEmpty();
      page.locator("#send").click();
      page.waitForURL(RECEIPT);
    }
  }

  private static void fill(Page page) {
    page.locator("#explanation").fill(TYPED);
    byte[] picture = PictureFile.of(new SyntheticPicture(64, 64, 9)).png();
    page.locator("#attachments").setInputFiles(new FilePayload("a.png", "image/png", picture));
  }
}
