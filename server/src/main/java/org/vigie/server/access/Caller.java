package org.vigie.server.access;

import java.util.UUID;

/// The caller: the principal of every authentication, and a parameter of controllers.
public sealed interface Caller {
  /// Returns the reference in ledgers and histories: `person:…`, `key:…`, `test-key:…`,
  /// `local`, `vigie`.
  String reference();

  /// Returns the caller that a reference names.
  ///
  /// @throws IllegalArgumentException if it names none
  static Caller of(String reference) {
    String[] parts = reference.split(":", 2);
    return switch (parts[0]) {
      case "person" -> new Person(new PersonId(UUID.fromString(parts[1])));
      case "key" -> new Key(new KeyId(parts[1]));
      case "test-key" -> new TestKey(new KeyId(parts[1]));
      case "local" -> new Local();
      case "vigie" -> new Vigie();
      default -> throw new IllegalArgumentException("this names no caller: " + reference);
    };
  }

  /// A person who is signed in.
  record Person(PersonId id) implements Caller {
    @Override
    public String reference() {
      return "person:" + id.value();
    }
  }

  /// A program with an API key.
  record Key(KeyId id) implements Caller {
    @Override
    public String reference() {
      return "key:" + id.value();
    }
  }

  /// A program with a key that only reaches the test mode. It is no [Key], so that no handler of
  /// real things takes it for one.
  record TestKey(KeyId id) implements Caller {
    @Override
    public String reference() {
      return "test-key:" + id.value();
    }
  }

  /// A program on this machine without a key, if that is allowed.
  record Local() implements Caller {
    @Override
    public String reference() {
      return "local";
    }
  }

  /// Vigie itself: jobs, the command line.
  record Vigie() implements Caller {
    @Override
    public String reference() {
      return "vigie";
    }
  }
}
