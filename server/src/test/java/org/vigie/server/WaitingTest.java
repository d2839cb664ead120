package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.GrantId;
import org.vigie.server.access.GrantRequest;
import org.vigie.server.access.Grants;
import org.vigie.server.access.People;
import org.vigie.server.access.Permission;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Purpose;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.web.CallerAuthentication;
import org.vigie.server.frame.NavigationEntry;
import org.vigie.server.frame.Waiting;

/// What waits for people: each kind can be counted for each role, has its words and its place in
/// the navigation, and the first page says the same as the numbers of the navigation.
@ServerTest
final class WaitingTest {
  private final MockMvc http;
  private final List<Waiting> kinds;
  private final List<NavigationEntry> entries;
  private final MessageSource messages;
  private final People people;
  private final Grants grants;

  @Autowired
  WaitingTest(
      MockMvc http,
      List<Waiting> kinds,
      List<NavigationEntry> entries,
      MessageSource messages,
      People people,
      Grants grants) {
    this.http = http;
    this.kinds = kinds;
    this.entries = entries;
    this.messages = messages;
    this.people = people;
    this.grants = grants;
  }

  @Test
  void kinds_ofAllModules_haveAnOrderWordsAndAPlaceThatTheirPeopleMayOpen() {
    assertThat(kinds).hasSizeGreaterThan(8).extracting(Waiting::order).doesNotHaveDuplicates();
    assertThat(kinds).allSatisfy(kind -> {
      for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
        Object[] two = {2L};
        assertThat(messages.getMessage(kind.textKey(), two, locale)).contains("2");
        assertThat(messages.getMessage(kind.textKey() + ".act", null, locale)).isNotEmpty();
      }
      assertThat(entries)
          .filteredOn(entry -> entry.path().equals(kind.place()))
          .hasSize(1)
          .allSatisfy(entry -> assertThat(Set.of(Role.values()))
              .filteredOn(role -> role.permissions().contains(kind.authority()))
              .allMatch(role -> role.permissions().contains(entry.authority())));
      assertThat(kind.address()).startsWith(kind.place());
    });
  }

  @ParameterizedTest
  @EnumSource
  void kinds_ofARole_canBeCounted(Role role) {
    Authentication viewer = viewer(person(role), role);

    assertThat(kinds)
        .filteredOn(kind -> role.permissions().contains(kind.authority()))
        .allSatisfy(kind -> {
          Waiting.Count count = kind.counting().apply(viewer);
          assertThat(count.number()).isNotNegative();
          assertThat(count.due().isEmpty() || count.number() > 0).isTrue();
        });
  }

  private static Authentication viewer(PersonId person, Role role) {
    Set<Permission> permissions = EnumSet.copyOf(role.permissions());
    return new CallerAuthentication(new Caller.Person(person), "Test Person", permissions);
  }

  private PersonId person(Role role) {
    return people
        .invite(
            new Caller.Vigie(),
            new PersonName("Test Person"),
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            Set.of(role))
        .orElseThrow();
  }

  private String page(PersonId person, String path) throws Exception {
    return http.perform(get(path).with(TestCallers.person(person, Role.LEGAL)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void request_ofAColleague_waitsOnTheFirstPageAndInTheNavigationUntilItIsAnswered()
      throws Exception {
    PersonId asker = person(Role.LEGAL);
    PersonId second = person(Role.LEGAL);
    assertThat(page(second, "/?lang=en")).contains("Nothing waits for you.");
    GrantId asked = grants.ask(new GrantRequest(
        asker,
        Purpose.LEGAL,
        "file 1",
        Set.of("evidence:" + UUID.randomUUID()),
        Duration.ofHours(1)));

    assertThat(page(second, "/?lang=en"))
        .containsSubsequence(
            "href=\"/evidence/grants\"",
            "<span class=\"waiting-number\">1<span",
            "1 evidence request waits for your agreement",
            "The first lapses in 23 hours.",
            "Answer the requests <kbd>1</kbd></a>");
    assertThat(page(second, "/evidence")).contains("<span class=\"waiting-number\">1<span");
    assertThat(page(asker, "/?lang=fr"))
        .as("nobody agrees to their own request")
        .contains("Rien ne vous attend.");

    grants.approve(new Caller.Person(second), asked);
    assertThat(page(second, "/?lang=en")).contains("Nothing waits for you.");
    assertThat(page(second, "/evidence"))
        .as("the first page has counted again")
        .doesNotContain("waiting-number");
  }
}
