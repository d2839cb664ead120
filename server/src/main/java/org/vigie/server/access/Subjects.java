package org.vigie.server.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Reads the subjects of the ledger: a kind, a colon and an identifier. Subjects of another form,
/// in old entries or typed into a filter, have no page.
public final class Subjects {
  private static final int MOST_DIGITS = 18;

  private Subjects() {}

  /// Returns the subjects of a kind.
  public static Stream<String> of(String kind, Set<String> subjects) {
    return subjects.stream().filter(subject -> subject.startsWith(kind + ":"));
  }

  /// Returns the identifier after the colon.
  public static String id(String subject) {
    return subject.substring(subject.indexOf(':') + 1);
  }

  /// Returns the number after the colon, if there is one.
  public static Optional<Long> number(String subject) {
    String id = id(subject);
    boolean digits = !id.isEmpty()
        && id.length() <= MOST_DIGITS
        && id.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.parseLong(id)) : Optional.empty();
  }

  /// Returns whether a UUID follows the colon.
  public static boolean isUuid(String subject) {
    String id = id(subject);
    try {
      return UUID.fromString(id).toString().equals(id);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
