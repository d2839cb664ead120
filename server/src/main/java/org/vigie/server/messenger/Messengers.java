package org.vigie.server.messenger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.connector.MessengerId;
import org.vigie.server.frame.ProblemException;

/// The messengers that this server serves: one or more, in the operator's order.
///
/// @param all at least one
public record Messengers(List<MessengerId> all) {
  public Messengers {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there is at least one messenger");
    }
  }

  /// Returns whether a request has to name its messenger, and a page shows it.
  public boolean areSeveral() {
    return all.size() > 1;
  }

  /// Returns the only messenger; empty if there are several.
  public Optional<MessengerId> only() {
    return areSeveral() ? Optional.empty() : Optional.of(all.getFirst());
  }

  /// Returns the name of a messenger where readers need it: not that of the only one.
  public Optional<String> shown(MessengerId messenger) {
    return only().filter(messenger::equals).isPresent()
        ? Optional.empty()
        : Optional.of(messenger.value());
  }

  /// Returns the messenger that a request names, or the only one if it names none.
  ///
  /// @param field where the request names it: `submission.messenger`
  /// @param name as it was sent; null if the field is missing, which an empty name means too
  /// @throws ProblemException if there is no such messenger, or none of several is named
  public MessengerId named(String field, @Nullable String name) {
    boolean missing = name == null || name.isEmpty();
    return sought(name).orElseThrow(() -> refusal(field, missing));
  }

  /// Finds the messenger with a name.
  ///
  /// @param name null or empty for the only one
  public Optional<MessengerId> sought(@Nullable String name) {
    return name == null || name.isEmpty() ? only() : find(name);
  }

  private Optional<MessengerId> find(String name) {
    return all.stream().filter(each -> each.value().equals(name)).findFirst();
  }

  private ProblemException refusal(String field, boolean missing) {
    String names = all.stream().map(MessengerId::value).collect(Collectors.joining(", "));
    return ProblemException.ofField(
        field,
        (missing ? "This field is missing; it is one of: " : "This is one of: ") + names + ".");
  }
}
