package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.secrets.Authenticator;
import org.vigie.server.access.signin.Credentials;
import org.vigie.testkit.AuthenticatorApp;

/// Single sign-on, from the first click to the page behind it, against a provider of this test.
@ServerTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class OidcTest {
  private static final Caller VIGIE = new Caller.Vigie();
  private static final int PORT = freePort();
  private static final String HERE = "http://localhost:" + PORT;
  private static final String CALLBACK = HERE + "/sign-in/oidc";
  private static final TestProvider PROVIDER = new TestProvider(CALLBACK);
  private static final String NOT_INVITED = "Single sign-on did not let you in. You need an"
      + " invitation to the e-mail address that your provider has verified.";
  private static final String FAILED =
      "Single sign-on failed. Try again, and tell an" + " administrator if it fails again.";

  private final HttpBrowser browser = new HttpBrowser();
  private final People people;
  private final Credentials credentials;
  private final JdbcClient jdbc;

  @Autowired
  OidcTest(People people, Credentials credentials, JdbcClient jdbc) {
    this.people = people;
    this.credentials = credentials;
    this.jdbc = jdbc;
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("server.port", () -> PORT);
    settings.add("vigie.access.base-url", () -> HERE);
    settings.add("vigie.access.oidc.issuer", PROVIDER::issuer);
    settings.add("vigie.access.oidc.client-id", () -> TestProvider.CLIENT);
    settings.add("vigie.access.oidc.client-secret", () -> TestProvider.SECRET);
    settings.add("vigie.access.oidc.name", () -> "Example House");
  }

  /// The address of the server has to be known before it starts, as the provider needs it.
  private static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void closeBrowser() {
    browser.close();
  }

  @AfterAll
  static void stopProvider() {
    PROVIDER.close();
  }

  private PersonId invite(String email, Role... roles) {
    return people
        .invite(VIGIE, new PersonName("Test Person"), new EmailAddress(email), Set.of(roles))
        .orElseThrow();
  }

  private PersonId withPassword(String email, Role... roles) {
    PersonId id = invite(email, roles);
    Authenticator app = Authenticator.generate(new SecureRandom());
    String code = new AuthenticatorApp(app.words()).codeAt(Instant.now());
    assertThat(credentials.replace(id, credentials.encode("correct horse battery"), app, code))
        .isPresent();
    return id;
  }

  private static Map<String, Object> account(String subject, String email) {
    return Map.of("sub", subject, "email", email, "email_verified", true);
  }

  /// Clicks on the button of the sign-in page, as a person with that account at the provider.
  private HttpResponse<String> signIn(Map<String, Object> account)
      throws IOException, InterruptedException {
    PROVIDER.takeVisitorsFor(account);
    return open("/oauth2/authorization/oidc");
  }

  private HttpResponse<String> open(String path) throws IOException, InterruptedException {
    return browser.open(URI.create(HERE + path));
  }

  private void assertIn(HttpResponse<String> shown, String email)
      throws IOException, InterruptedException {
    assertThat(shown.uri()).isEqualTo(URI.create(HERE + "/"));
    HttpResponse<String> account = open("/account");
    assertThat(account.statusCode()).isEqualTo(200);
    assertThat(account.body()).contains("You sign in as " + email + ".");
  }

  private void assertRefused(HttpResponse<String> shown, String sentence)
      throws IOException, InterruptedException {
    assertThat(shown.uri().getPath()).isEqualTo("/sign-in");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body())
        .contains("<div class=\"errors\" role=\"alert\" id=\"sign-in-problem\"><p>" + sentence);
    assertThat(open("/account").uri().getPath()).as("where /account leads").isEqualTo("/sign-in");
  }

  private Person.State state(PersonId id) {
    return people.find(id).orElseThrow().state();
  }

  private List<String> ledger(PersonId id) {
    return jdbc.sql(
            "select trim(act || ' ' || detail) from access.ledger where subject = :subject order by entry_id")
        .param("subject", new Caller.Person(id).reference())
        .query(String.class)
        .list();
  }

  @Test
  void page_withAProvider_namesIt() throws Exception {
    assertThat(open("/sign-in").body())
        .contains("href=\"/oauth2/authorization/oidc\">Sign in with Example House</a>");
  }

  @Test
  void person_invitedByTheVerifiedAddress_isInAndStaysKnown() throws Exception {
    PersonId id = invite("invited@example.org", Role.REVIEWER);
    assertIn(signIn(account("invited", "Invited@Example.org")), "invited@example.org");
    assertThat(state(id)).isEqualTo(Person.State.ACTIVE);
    try (HttpBrowser elsewhere = new HttpBrowser()) {
      PROVIDER.takeVisitorsFor(account("invited", "married@example.org"));
      elsewhere.open(URI.create(HERE + "/oauth2/authorization/oidc"));
      assertThat(elsewhere.open(URI.create(HERE + "/account")).body())
          .contains("You sign in as invited@example.org.");
    }
    assertThat(ledger(id))
        .filteredOn(act -> !act.startsWith("access asked for"))
        .containsExactly(
            "person invited roles=REVIEWER",
            "single sign-on linked",
            "signed in method=OIDC",
            "signed in method=OIDC");
  }

  @Test
  void person_activeByPassword_isInByTheVerifiedAddressToo() throws Exception {
    withPassword("active@example.org", Role.REVIEWER);
    assertIn(signIn(account("active", "active@example.org")), "active@example.org");
  }

  @Test
  void hotline_signedIn_isLedToItsPortalAndHasItInTheNavigationOfAnError() throws Exception {
    invite("hotline@example.org", Role.FLAGGER);
    try (HttpBrowser elsewhere = new HttpBrowser()) {
      PROVIDER.takeVisitorsFor(account("hotline", "hotline@example.org"));
      assertThat(elsewhere
              .open(URI.create(HERE + "/oauth2/authorization/oidc"))
              .uri()
              .getPath())
          .isEqualTo("/flagger");
      HttpResponse<String> refused = elsewhere.open(URI.create(HERE + "/people"));
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("<li><a href=\"/flagger\"", "action=\"/sign-out\"");
    }
  }

  @Test
  void session_ofBeforeSigningIn_isNotTheSignedInOne() throws Exception {
    invite("fixation@example.org", Role.REVIEWER);
    PROVIDER.takeVisitorsFor(account("fixation", "fixation@example.org"));
    URI back = browser.openUntil(URI.create(HERE + "/oauth2/authorization/oidc"), CALLBACK);
    String before = browser.cookie("session").orElseThrow();
    assertIn(browser.open(back), "fixation@example.org");
    assertThat(browser.cookie("session").orElseThrow()).isNotEqualTo(before);
  }

  @Test
  void redirects_withinVigie_nameAPathOnly() throws Exception {
    invite("relative@example.org", Role.REVIEWER);
    assertThat(browser.locationFrom(URI.create(HERE + "/account")))
        .isEqualTo("/sign-in?then=%2Faccount");
    assertThat(browser.locationFrom(URI.create(HERE + "/sign-in/oidc?code=none&state=none")))
        .isEqualTo("/sign-in?problem=oidc-failed");
    PROVIDER.takeVisitorsFor(account("relative", "relative@example.org"));
    URI back = browser.openUntil(URI.create(HERE + "/oauth2/authorization/oidc"), CALLBACK);
    assertThat(browser.locationFrom(back)).isEqualTo("/");
  }

  @Test
  void address_unknown_isRefused() throws Exception {
    assertRefused(signIn(account("stranger", "stranger@example.org")), NOT_INVITED);
  }

  @Test
  void address_notVerified_isRefused() throws Exception {
    PersonId id = invite("unverified@example.org", Role.ADMINISTRATOR);
    Map<String, Object> claims = new HashMap<>(account("unverified", "unverified@example.org"));
    claims.put("email_verified", false);
    assertRefused(signIn(claims), NOT_INVITED);
    claims.put("email_verified", "false");
    assertRefused(signIn(claims), NOT_INVITED);
    claims.remove("email_verified");
    assertRefused(signIn(claims), NOT_INVITED);
    assertThat(state(id)).isEqualTo(Person.State.INVITED);
  }

  @Test
  void address_missingOrNone_isRefused() throws Exception {
    assertRefused(signIn(Map.of("sub", "silent", "email_verified", true)), NOT_INVITED);
    assertRefused(signIn(account("no address", "no address at all")), NOT_INVITED);
  }

  @Test
  void address_ofSomebodyWhomAnotherAccountIs_isRefused() throws Exception {
    PersonId id = invite("reused@example.org", Role.REVIEWER);
    assertIn(signIn(account("first holder", "reused@example.org")), "reused@example.org");
    try (HttpBrowser other = new HttpBrowser()) {
      PROVIDER.takeVisitorsFor(account("second holder", "reused@example.org"));
      assertThat(other.open(URI.create(HERE + "/oauth2/authorization/oidc")).body())
          .contains(NOT_INVITED);
      assertThat(other.open(URI.create(HERE + "/account")).uri().getPath()).isEqualTo("/sign-in");
    }
    assertThat(ledger(id)).endsWith("sign-in refused");
  }

  @Test
  void person_disabled_isRefused() throws Exception {
    PersonId never = invite("disabled@example.org", Role.REVIEWER);
    people.disable(VIGIE, never);
    assertRefused(signIn(account("disabled", "disabled@example.org")), NOT_INVITED);
    assertThat(ledger(never)).endsWith("sign-in refused");
    people.enable(VIGIE, never);
    assertThat(state(never)).as("nothing was linked").isEqualTo(Person.State.INVITED);
  }

  @Test
  void person_disabledAfterSigningIn_isOutAndStaysOut() throws Exception {
    PersonId id = invite("leaver@example.org", Role.REVIEWER);
    Map<String, Object> account = account("leaver", "leaver@example.org");
    assertIn(signIn(account), "leaver@example.org");
    people.disable(VIGIE, id);
    assertThat(open("/account").uri().getPath()).isEqualTo("/sign-in");
    assertRefused(signIn(account), NOT_INVITED);
    assertThat(ledger(id)).endsWith("person disabled", "sign-in refused");
  }

  @ParameterizedTest
  @EnumSource(value = TestToken.Flaw.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void token_withOneFlaw_isRefused(TestToken.Flaw flaw) throws Exception {
    String email = flaw.name() + "@example.org";
    PersonId id = invite(email, Role.ADMINISTRATOR);
    PROVIDER.takeVisitorsFor(account(flaw.name(), email));
    PROVIDER.spoilTokens(flaw);
    assertRefused(open("/oauth2/authorization/oidc"), FAILED);
    assertThat(state(id)).isEqualTo(Person.State.INVITED);
  }

  @Test
  void state_ofAnother_isRefused() throws Exception {
    PersonId id = invite("state@example.org", Role.REVIEWER);
    PROVIDER.takeVisitorsFor(account("state", "state@example.org"));
    URI back = browser.openUntil(URI.create(HERE + "/oauth2/authorization/oidc"), CALLBACK);
    String changed = back.toString().replaceFirst("state=[^&]+", "state=another");
    assertThat(changed).isNotEqualTo(back.toString());
    assertRefused(browser.open(URI.create(changed)), FAILED);
    assertThat(state(id)).isEqualTo(Person.State.INVITED);
  }

  @Test
  void answer_inABrowserThatDidNotAsk_isRefused() throws Exception {
    invite("planted@example.org", Role.REVIEWER);
    PROVIDER.takeVisitorsFor(account("planted", "planted@example.org"));
    try (HttpBrowser attacker = new HttpBrowser()) {
      URI back = attacker.openUntil(URI.create(HERE + "/oauth2/authorization/oidc"), CALLBACK);
      assertRefused(browser.open(back), FAILED);
    }
  }

  @Test
  void answer_ofTheProviderThatItRefuses_isRefused() throws Exception {
    PROVIDER.takeVisitorsFor(account("denied", "denied@example.org"));
    URI back = browser.openUntil(URI.create(HERE + "/oauth2/authorization/oidc"), CALLBACK);
    String denied = back.toString().replaceFirst("code=[^&]+", "error=access_denied");
    assertRefused(browser.open(URI.create(denied)), FAILED);
  }

  @Test
  void roles_thatTheProviderClaims_countForNothing() throws Exception {
    invite("modest@example.org", Role.REVIEWER);
    Map<String, Object> claims = new HashMap<>(account("modest", "modest@example.org"));
    claims.put("roles", List.of("ADMINISTRATOR", "ROLE_ADMINISTRATOR"));
    claims.put("groups", List.of("ADMINISTRATOR"));
    claims.put("authorities", List.of("PEOPLE_READ", "LEDGER_READ"));
    claims.put("scope", "openid email PEOPLE_READ LEDGER_READ");
    assertIn(signIn(claims), "modest@example.org");
    assertThat(open("/scans").statusCode()).as("what a reviewer sees").isEqualTo(200);
    assertThat(open("/people").statusCode()).isEqualTo(403);
    assertThat(open("/ledger").statusCode()).isEqualTo(403);
    assertThat(open("/keys").statusCode()).isEqualTo(403);
  }

  @Test
  void roles_takenAway_areGoneAtOnce() throws Exception {
    PersonId id = invite("auditor@example.org", Role.AUDITOR);
    assertIn(signIn(account("auditor", "auditor@example.org")), "auditor@example.org");
    assertThat(open("/ledger").statusCode()).isEqualTo(200);
    people.setRoles(VIGIE, id, Set.of(Role.REVIEWER));
    assertThat(open("/ledger").statusCode()).isEqualTo(403);
  }

  @Test
  void provider_downWhileAnswering_isReportedAndSignsNobodyIn() throws Exception {
    invite("down@example.org", Role.REVIEWER);
    PROVIDER.takeVisitorsFor(account("down", "down@example.org"));
    URI back = browser.openUntil(URI.create(HERE + "/oauth2/authorization/oidc"), CALLBACK);
    PROVIDER.setDown(true);
    HttpResponse<String> shown = browser.open(back);
    PROVIDER.setDown(false);
    assertRefused(shown, FAILED);
  }

  /// Comes first, as the provider is asked for its addresses once.
  @Test
  @Order(1)
  void provider_downAtFirst_isSaidAndWorksLater() throws Exception {
    invite("early@example.org", Role.REVIEWER);
    PROVIDER.setDown(true);
    HttpResponse<String> shown = signIn(account("early", "early@example.org"));
    PROVIDER.setDown(false);
    assertRefused(shown, FAILED);
    assertIn(signIn(account("early", "early@example.org")), "early@example.org");
  }
}
