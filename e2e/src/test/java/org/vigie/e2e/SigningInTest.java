package org.vigie.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Instant;
import java.util.Objects;
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
import org.vigie.testkit.AuthenticatorApp;

/// The ways in, as people go them: from an enrolment link to the home page, out, and in again.
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SigningInTest {
  private static final String NAME = "Sacha Inventé";
  private static final String PASSWORD = "correct horse battery";
  private static final int MOST_TABS = 40;

  private final Browsing browsing = Browsing.start();

  @AfterAll
  void stop() {
    browsing.close();
  }

  /// The texts in one language.
  ///
  /// @param home heading of the home page
  /// @param gone heading for a link that is no longer valid
  /// @param noPasskey the message after a failed passkey
  private record Words(String home, String gone, String noPasskey) {
    static Words in(Look look) {
      return look.language().equals("fr")
          ? new Words(
              "Accueil",
              "Ce lien ne fonctionne plus",
              "La clé d’accès n’a pas fonctionné, ou vous avez annulé."
                  + " Rien n’a changé\u202F; réessayez.")
          : new Words(
              "Home",
              "This link no longer works",
              "The passkey did not work, or you cancelled. Nothing has changed; try again.");
    }
  }

  /// Returns one look in each language.
  static Stream<Look> languages() {
    return Look.all().limit(2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void passkey_madeFromALink_leadsInAgain(Look look) {
    String link = link(invite("passkey-" + look.language() + "@example.org"));
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.navigate(address(link));
      VirtualAuthenticator device = VirtualAuthenticator.plugInto(page);
      page.locator("#passkey-button").click();
      assertAtHome(page, look);
      assertThat(device.passkeys()).isEqualTo(1);

      page.locator(".account summary").click();
      page.locator("form[action='/sign-out'] button").click();
      page.waitForURL(address("/sign-in"));
      page.locator("#passkey-button").click();
      assertAtHome(page, look);
      assertGone(page, link, look);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void passkey_ofADisabledPerson_leadsNowhere(Look look) {
    PersonId person = invite("shut-out-" + look.language() + "@example.org");
    String link = link(person);
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.navigate(address(link));
      VirtualAuthenticator.plugInto(page);
      page.locator("#passkey-button").click();
      assertAtHome(page, look);
      bean(People.class).disable(new Caller.Vigie(), person);

      page.navigate(address("/account"));
      assertThat(page.url()).isEqualTo(address("/sign-in?then=%2Faccount"));
      page.locator("#passkey-button").click();
      page.locator("#passkey [data-problem]").waitFor();
      assertThat(page.locator("#passkey [data-problem]").textContent())
          .isEqualTo(Words.in(look).noPasskey());
      page.navigate(address("/account"));
      assertThat(page.url()).isEqualTo(address("/sign-in?then=%2Faccount"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void passwordAndApp_byKeyboardOnly_leadInAgain(Look look) {
    String email = "keyboard-" + look.language() + "@example.org";
    String link = link(invite(email));
    try (BrowserContext window = browsing.window(look)) {
      Page page = window.newPage();
      page.navigate(address(link));
      AuthenticatorApp app = new AuthenticatorApp(page.locator("#app-secret").textContent());
      type(page, "#password-form [name=password]", PASSWORD);
      type(page, "#password-form [name=code]", app.codeAt(Instant.now()));
      page.keyboard().press("Enter");
      page.locator("#shown-once").waitFor();
      assertThat(page.locator("#shown-once li").count()).isEqualTo(10);
      press(page, "main a.button");
      assertAtHome(page, look);

      press(page, ".account summary");
      press(page, "form[action='/sign-out'] button");
      page.waitForURL(address("/sign-in"));
      type(page, "#sign-in [name=email]", email);
      type(page, "#sign-in [name=password]", PASSWORD);
      // The code of now was used up by enrolling.
      type(page, "#sign-in [name=code]", app.codeAt(Instant.now().plusSeconds(30)));
      page.keyboard().press("Enter");
      assertAtHome(page, look);
      assertGone(page, link, look);
    }
  }

  private static void assertAtHome(Page page, Look look) {
    page.waitForURL(address("/"));
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(look.language());
    assertThat(page.locator("h1").textContent()).isEqualTo(Words.in(look).home());
    assertThat(page.locator(".account summary").textContent()).isEqualTo(NAME);
  }

  private static void assertGone(Page page, String link, Look look) {
    Response answer = Objects.requireNonNull(page.navigate(address(link)));
    assertThat(answer.status()).isEqualTo(410);
    assertThat(page.locator("h1").textContent()).isEqualTo(Words.in(look).gone());
    assertThat(page.locator("#passkey-button").count()).isZero();
  }

  private static void type(Page page, String field, String text) {
    tabTo(page, field);
    page.keyboard().type(text);
  }

  private static void press(Page page, String button) {
    tabTo(page, button);
    page.keyboard().press("Enter");
  }

  /// Presses the Tab key until an element has the focus, which must be visible on every element.
  private static void tabTo(Page page, String selector) {
    for (int tab = 0; tab < MOST_TABS; tab++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate("document.activeElement === document.body"
              + " || getComputedStyle(document.activeElement).outlineStyle !== 'none'"))
          .as("the focus is seen on the way to " + selector)
          .isEqualTo(true);
      if (page.evaluate("found => document.activeElement.matches(found)", selector)
          .equals(true)) {
        return;
      }
    }
    throw new AssertionError("no tabulator leads to " + selector);
  }

  private static PersonId invite(String email) {
    return bean(People.class)
        .invite(
            new Caller.Vigie(),
            new PersonName(NAME),
            new EmailAddress(email),
            Set.of(Role.REVIEWER))
        .orElseThrow();
  }

  private static String link(PersonId person) {
    return bean(Enrolments.class).newLink(new Caller.Vigie(), person);
  }

  private static <T> T bean(Class<T> type) {
    return RunningVigie.instance().context().getBean(type);
  }

  private static String address(String path) {
    return RunningVigie.instance().address() + path;
  }
}
