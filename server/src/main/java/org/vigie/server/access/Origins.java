package org.vigie.server.access;

import java.util.Optional;
import org.vigie.server.frame.Texts;

/// Says to people why they cannot yet agree to what another one does: who let whom in, from when
/// on they can, and who can meanwhile.
public record Origins(Independence independence, People people) {
  /// Returns the sentence; empty if the two count as two.
  ///
  /// @param viewer who would agree, and reads it
  public Optional<String> hindrance(Texts texts, PersonId viewer, PersonId other) {
    return independence.sharedOrigin(viewer, other).map(origin -> {
      String until = texts.time(origin.until());
      String key = "access.origin." + word(origin, viewer, other);
      return texts.get(key, name(other), until, name(origin.giver()));
    });
  }

  private static String word(SharedOrigin origin, PersonId viewer, PersonId other) {
    if (!origin.direct()) {
      return "chain";
    }
    if (origin.giver().equals(viewer)) {
      return "yours";
    }
    return origin.giver().equals(other) ? "theirs" : "both";
  }

  private String name(PersonId person) {
    return people.find(person).map(found -> found.name().value()).orElse("–");
  }
}
