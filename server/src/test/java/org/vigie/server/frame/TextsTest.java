package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;

@ServerTest
final class TextsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final MessageSource messages;
  private final MockMvc http;
  private final PersonId person;

  @Autowired
  TextsTest(MessageSource messages, MockMvc http, People people) {
    this.messages = messages;
    this.http = http;
    this.person = people
        .invite(
            new Caller.Vigie(),
            new PersonName("Test Person"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(Role.REVIEWER))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "PT-59S, just now, à l’instant",
    "PT-1M, 1 minute ago, il y a 1 minute",
    "PT-59M, 59 minutes ago, il y a 59 minutes",
    "PT-1H, 1 hour ago, il y a 1 heure",
    "PT-47H, 47 hours ago, il y a 47 heures",
    "PT-48H, 2 days ago, il y a 2 jours",
    "PT30S, in less than a minute, dans moins d’une minute",
    "PT20M, in 20 minutes, dans 20 minutes",
    "PT26H, in 26 hours, dans 26 heures",
    "P9D, in 9 days, dans 9 jours"
  })
  void distance_ofAMoment_isInItsLargestUnit(Duration apart, String english, String french) {
    assertThat(new Texts(Language.EN, messages).distance(NOW.plus(apart), NOW)).isEqualTo(english);
    assertThat(new Texts(Language.FR, messages).distance(NOW.plus(apart), NOW)).isEqualTo(french);
  }

  @Test
  void moment_inTheZoneOfTheReader_namesIt() {
    Texts paris = new Texts(Language.EN, messages, ZoneId.of("Europe/Paris"), () -> NOW);
    assertThat(paris.moment(NOW.minusSeconds(7_200)))
        .isEqualTo(new Moment("2 hours ago", "1 Mar 2026, 11:00 CET", "2026-03-01T10:00:00Z"));
    assertThat(new Texts(Language.EN, messages).moment(NOW.minus(Duration.ofDays(40)), NOW))
        .isEqualTo(new Moment("20 Jan 2026", "20 Jan 2026, 12:00 UTC", "2026-01-20T12:00:00Z"));
    assertThat(paris.exact(NOW, NOW).text()).isEqualTo("1 Mar 13:00:00");
  }

  private String page(Cookie... cookies) throws Exception {
    return http.perform(
            get("/account?lang=en").cookie(cookies).with(TestCallers.person(person, Role.REVIEWER)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void zone_ofAViewer_isTheChosenOneOrThatOfTheBrowserOrUtc() throws Exception {
    Cookie here = new Cookie("zone-here", "Asia%2FTokyo");
    assertThat(page(here)).contains("in the zone Asia/Tokyo");
    assertThat(page(here, new Cookie("zone", "Europe%2FParis"))).contains("zone Europe/Paris");
    assertThat(page(here, new Cookie("zone", "UTC"))).contains("in the zone UTC");
    assertThat(page(new Cookie("zone-here", "Nowhere%2F<b>"))).contains("in the zone UTC");
    assertThat(page(new Cookie("zone-here", "GMT+99"))).contains("in the zone UTC");
  }

  @Test
  void zone_chosenOnTheAccountPage_isKeptInTheBrowserAndCanBeLeftToIt() throws Exception {
    assertThat(choose("America/New_York").getHeader("Set-Cookie"))
        .contains("zone=America%2FNew_York;", "HttpOnly", "SameSite=Lax", "Max-Age=31536000");
    assertThat(choose("").getHeader("Set-Cookie")).contains("zone=;", "Max-Age=0");
    MockHttpServletResponse refused = choose("Europe/Atlantis");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("href=\"#zone\"", "<b>Show times in</b>: Choose one of the list.");
  }

  private MockHttpServletResponse choose(String zone) throws Exception {
    return http.perform(post("/account/zone")
            .param("zone", zone)
            .header("Accept-Language", "en")
            .with(csrf())
            .with(TestCallers.person(person, Role.REVIEWER)))
        .andReturn()
        .getResponse();
  }
}
