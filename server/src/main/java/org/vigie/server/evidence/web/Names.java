package org.vigie.server.evidence.web;

import java.time.Instant;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Frame;

/// Names the callers that the vault stores as references.
final class Names {
  private final People people;
  private final ApiKeys keys;

  Names(People people, ApiKeys keys) {
    this.people = people;
    this.keys = keys;
  }

  /// Returns a caller in words; an unknown reference unchanged.
  String caller(Frame frame, String reference) {
    try {
      return switch (Caller.of(reference)) {
        case Caller.Person(PersonId id) -> person(id);
        case Caller.Key(KeyId id) -> key(frame, id);
        case Caller.TestKey(KeyId id) -> key(frame, id);
        case Caller.Local() -> frame.text("evidence.named.local");
        case Caller.Vigie() -> frame.text("evidence.named.vigie");
      };
    } catch (IllegalArgumentException _) {
      return reference;
    }
  }

  /// Returns a caller in words, and who gave them their access if that was not long before.
  String issued(Frame frame, String reference, Instant at) {
    String words = caller(frame, reference);
    return people
        .issuerOf(reference, at)
        .map(issuer -> frame.text("evidence.named.issued", words, caller(frame, issuer)))
        .orElse(words);
  }

  String person(PersonId id) {
    return people
        .find(id)
        .map(person -> person.name().value())
        .orElseGet(() -> new Caller.Person(id).reference());
  }

  private String key(Frame frame, KeyId id) {
    return keys.all().stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .map(key -> frame.text("evidence.named.key", key.name().value()))
        .orElseGet(() -> new Caller.Key(id).reference());
  }
}
