package org.vigie.server.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.access.keys.KeyGate;
import org.vigie.server.access.web.CallerAuthentication;

/// Callers for tests: `http.perform(get("/banks").with(TestCallers.person(Role.LEAD)))`.
public final class TestCallers {
  private static final PersonId PERSON =
      new PersonId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
  private static final KeyId KEY = new KeyId("testtesttest");

  private TestCallers() {}

  /// Makes a request of `MockMvc` that of an invented person with these roles.
  public static RequestPostProcessor person(Role... roles) {
    return person(PERSON, roles);
  }

  /// Makes a request of `MockMvc` that of a person whom a test has invited.
  public static RequestPostProcessor person(PersonId person, Role... roles) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    List.of(roles).forEach(role -> permissions.addAll(role.permissions()));
    return authentication(
        new CallerAuthentication(new Caller.Person(person), "Test Person", permissions));
  }

  /// Makes a request of `MockMvc` that of an invented key with these scopes.
  public static RequestPostProcessor key(Scope... scopes) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    List.of(scopes).forEach(scope -> permissions.addAll(scope.permissions()));
    return authentication(
        new CallerAuthentication(new Caller.Key(KEY), "key:" + KEY.value(), permissions));
  }

  /// Makes a key that counts, and returns the value of an `Authorization` header with it.
  public static String bearer(ApiKeys keys, KeyGate gate, Scope... scopes) {
    NewKey made =
        keys.add(new Caller.Vigie(), new KeyName("test"), Set.of(scopes), ApiKeys.MAX_RATE);
    gate.refresh();
    return "Bearer " + made.token().text();
  }
}
