package org.vigie.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Network;
import org.vigie.server.access.People;
import org.vigie.server.access.Person;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.people.Enrolments;
import org.vigie.server.access.signin.SingleSignOn;

/// A pending request of each kind, and keys in each state. Made when first asked for.
///
/// @param rotatedKey path of a key whose old secret still counts, with an end and networks
/// @param revokedKey path of a key for tests that was revoked
/// @param lateLink path of an enrolment link that does not count yet
record AccessExamples(String rotatedKey, String revokedKey, String lateLink) {
  private static final Caller VIGIE = new Caller.Vigie();

  private static final class Made {
    private static final AccessExamples ALL = make();
  }

  static AccessExamples made() {
    return Made.ALL;
  }

  String requests() {
    return "/requests";
  }

  String keys() {
    return "/keys";
  }

  private static AccessExamples make() {
    ApplicationContext context = RunningVigie.instance().context();
    String link = ask(context, new Caller.Person(RunningVigie.instance().world().person()));
    ApiKeys keys = context.getBean(ApiKeys.class);
    add(keys, "last year’s trial", limits(Duration.ofDays(-1), false));
    KeyId revoked = add(keys, "staging", limits(Duration.ofDays(200), true));
    KeyId rotated = add(keys, "messenger in Lyon", limits(Duration.ofDays(10), false));
    keys.rotate(VIGIE, rotated, Duration.ofDays(7), Optional.empty());
    keys.revoke(VIGIE, revoked);
    return new AccessExamples("/keys/" + rotated.value(), "/keys/" + revoked.value(), link);
  }

  /// Asks for access of each kind, partly as the invented person, who cannot agree to that.
  /// Returns the path of a link that does not count yet.
  private static String ask(ApplicationContext context, Caller viewer) {
    People people = context.getBean(People.class);
    Enrolments enrolments = context.getBean(Enrolments.class);
    Caller other = new Caller.Person(invite(people, "Noa Second", Role.ADMINISTRATOR));
    PersonId shutOut = invite(people, "Alix Absente", Role.LEGAL);
    people.disable(VIGIE, shutOut);
    people.enable(other, shutOut);
    String link = enrolments.newLink(viewer, invite(people, "Lou Preuve", Role.LEGAL));
    PersonId reviewer = invite(people, "Eden Relecture", Role.REVIEWER);
    people.setRoles(other, reviewer, Set.of(Role.REVIEWER, Role.LEGAL, Role.ADMINISTRATOR));
    enrolments.newLink(other, invite(people, "Sasha Accord", Role.ADMINISTRATOR));
    Person single = people.find(invite(people, "Charlie Unique", Role.LEGAL)).orElseThrow();
    context.getBean(SingleSignOn.class).link(single, "https://login.example.org", "charlie");
    return link;
  }

  private static PersonId invite(People people, String name, Role role) {
    EmailAddress email = new EmailAddress(UUID.randomUUID() + "@example.org");
    return people.invite(VIGIE, new PersonName(name), email, Set.of(role)).orElseThrow();
  }

  private static KeyLimits limits(Duration until, boolean test) {
    return new KeyLimits(
        Optional.of(Instant.now().plus(until)),
        List.of(Network.parse("192.0.2.0/24"), Network.parse("2001:db8:0:17::/64")),
        test);
  }

  private static KeyId add(ApiKeys keys, String name, KeyLimits limits) {
    Set<Scope> scopes = Set.of(Scope.SCAN);
    return keys.add(VIGIE, new KeyName(name), scopes, ApiKeys.USUAL_RATE, limits)
        .key()
        .id();
  }
}
