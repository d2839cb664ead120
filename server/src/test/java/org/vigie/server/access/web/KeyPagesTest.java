package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.NewKey;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.server.frame.Language;

/// The pages of keys: limits, rotation, and content.
@ServerTest
final class KeyPagesTest {
  private static final Pattern SECRET = Pattern.compile("vigie_([a-z2-7]{12})_[a-z2-7]{52}");
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Language.EN.locale());

  private final LocalDate soon = LocalDate.now(ZoneOffset.UTC).plusDays(3);

  private final MockMvc http;
  private final ApiKeys keys;
  private final KeyGate gate;

  @Autowired
  KeyPagesTest(MockMvc http, ApiKeys keys, KeyGate gate) {
    this.http = http;
    this.keys = keys;
    this.gate = gate;
  }

  private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
    return http.perform(request.with(TestCallers.person(Role.ADMINISTRATOR)).with(csrf()));
  }

  private String page(String path) throws Exception {
    return perform(get(path))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static MockHttpServletRequestBuilder form(String expires, String networks) {
    return post("/keys")
        .param("name", "gateway")
        .param("rate", "100")
        .param("scope", "SCAN")
        .param("expires", expires)
        .param("networks", networks);
  }

  @Test
  void key_madeWithLimits_showsThem() throws Exception {
    String made = perform(form(soon.toString(), "192.0.2.0/24\r\n2001:db8::/32\r\n"))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
    Matcher secret = SECRET.matcher(made);
    assertThat(secret.find()).isTrue();
    ApiKey key = keys.find(new KeyId(secret.group(1))).orElseThrow();
    assertThat(key.limits().expiresAt())
        .hasValue(soon.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    assertThat(key.limits().networks()).hasSize(2);
    assertThat(page("/keys"))
        .contains(
            "Expires soon",
            "Last day " + ENGLISH.format(soon) + " (UTC)",
            "Only from 192.0.2.0/24",
            "href=\"/keys/" + key.id().value());
    assertThat(page("/")).contains("gateway: last day ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2020-01-01; ''; Enter today or a later day",
        "soon; ''; Enter today or a later day",
        "''; example.org; Line 1 is not a network",
        "''; 192.0.2.7/24; Did you mean 192.0.2.0/24?",
      })
  void form_withALimitThatIsNone_comesBackWithAReason(
      String expires, String networks, String reason) throws Exception {
    String page = perform(form(expires, networks))
        .andExpect(status().isUnprocessableContent())
        .andReturn()
        .getResponse()
        .getContentAsString();
    assertThat(page).contains(reason, "value=\"gateway\"");
  }

  @ParameterizedTest
  @CsvSource({
    "'FLAG,SCAN', false, The scope “flag” cannot be combined",
    "FLAG, true, None of these scopes has a test mode",
    "METRICS, true, None of these scopes has a test mode",
  })
  void form_withScopesThatMakeNoSense_comesBackWithTheWayOut(
      String scopes, boolean test, String reason) throws Exception {
    String page = perform(post("/keys")
            .param("name", "gateway")
            .param("rate", "100")
            .param("scope", scopes.split(","))
            .param("test", Boolean.toString(test)))
        .andExpect(status().isUnprocessableContent())
        .andReturn()
        .getResponse()
        .getContentAsString();
    assertThat(page).contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "SCAN, true, This key is for tests.",
    "FLAG, false, to its organisation on the page of flaggers",
  })
  void key_thatIsForTestsOrWaitsForItsOrganisation_saysSoWhenItIsMade(
      String scope, boolean test, String sentence) throws Exception {
    String shown = perform(post("/keys")
            .param("name", "gateway")
            .param("rate", "100")
            .param("scope", scope)
            .param("test", Boolean.toString(test)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
    assertThat(shown).contains(sentence);
  }

  private ApiKey made() {
    return keys.add(new Caller.Vigie(), new KeyName("worker"), Set.of(Scope.SCAN), 100)
        .key();
  }

  @Test
  void rotation_onThePage_showsTheNewSecretOnceAndTheOldOneUntilItEnds() throws Exception {
    String path = "/keys/" + made().id().value();
    String shown = perform(post(path + "/rotate").param("old", "7"))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
    assertThat(SECRET.matcher(shown).find()).isTrue();
    String page = page(path);
    assertThat(page).contains("The old secret still works", "never", "End the old secret now");
    assertThat(SECRET.matcher(page).find()).isFalse();
    perform(post(path + "/rotate").param("old", "7")).andExpect(status().isUnprocessableContent());
    perform(post(path + "/end-old-secret")).andExpect(redirectedUrl(path));
    assertThat(page(path)).doesNotContain("The old secret still works");
  }

  @Test
  void page_ofAKeyThatIsOver_offersNoRotation() throws Exception {
    ApiKey key = made();
    keys.revoke(new Caller.Vigie(), key.id());
    String path = "/keys/" + key.id().value();
    assertThat(page(path)).contains("Revoked").doesNotContain("Rotate the secret");
    perform(post(path + "/rotate").param("old", "7")).andExpect(status().isUnprocessableContent());
  }

  @ParameterizedTest
  @CsvSource({"/keys/nosuchkeyabc", "/keys/..%2f", "/keys/UPPER"})
  void page_ofNoKey_isNotFound(String path) throws Exception {
    int status =
        perform(get(java.net.URI.create(path))).andReturn().getResponse().getStatus();
    assertThat(status).isIn(400, 404);
  }

  @Test
  void lastUse_onThePage_isShownWithItsNetwork() throws Exception {
    NewKey key = keys.add(
        new Caller.Vigie(),
        new KeyName("seen"),
        Set.of(Scope.SCAN),
        100,
        new KeyLimits(Optional.of(Instant.now().plus(Duration.ofDays(90))), List.of(), true));
    gate.refresh();
    gate.enter(key.token().text(), new CallerAddress(Optional.of("203.0.113.77")));
    gate.writeUses();
    assertThat(page("/keys/" + key.key().id().value()))
        .contains("203.0.113.0/24", "For tests")
        .doesNotContain("203.0.113.77");
  }
}
