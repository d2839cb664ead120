package org.vigie.server.access.agreement;

import java.util.Optional;
import org.vigie.server.access.Origins;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Texts;

/// Explains to people in their language why they cannot approve yet.
record WordedOrigins(SharedOrigins origins, People people) implements Origins {
  @Override
  public Optional<String> hindrance(Texts texts, PersonId viewer, PersonId other) {
    return origins.sharedOrigin(viewer, other).map(origin -> {
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
