package org.vigie.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.frame.EnumWords;

/// An API key as people see it: everything but its secrets.
///
/// @param ratePerSecond the most requests a second
public record ApiKey(
    KeyId id,
    KeyName name,
    Set<Scope> scopes,
    int ratePerSecond,
    KeyLimits limits,
    KeyHistory history) {
  /// How long before its end a key is shown as ending soon.
  public static final Duration WARNED_FOR = Duration.ofDays(14);

  public ApiKey {
    scopes = Set.copyOf(scopes);
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("an API key needs at least one scope");
    }
    if (ratePerSecond < 1 || ratePerSecond > ApiKeys.MAX_RATE) {
      throw new IllegalArgumentException(
          "an API key may make 1 to " + ApiKeys.MAX_RATE + " requests a second");
    }
  }

  /// Whether a key counts.
  public enum State {
    IN_FORCE,
    EXPIRES_SOON,
    EXPIRED,
    REVOKED;

    /// Returns the word for it: `expires-soon`.
    public String word() {
      return EnumWords.of(this);
    }

    public boolean counts() {
      return this == IN_FORCE || this == EXPIRES_SOON;
    }
  }

  public State state(Instant now) {
    if (revokedAt().isPresent()) {
      return State.REVOKED;
    }
    if (limits.isOver(now)) {
      return State.EXPIRED;
    }
    return limits.isOver(now.plus(WARNED_FOR)) ? State.EXPIRES_SOON : State.IN_FORCE;
  }

  /// Returns the rotation whose old secret still counts.
  public Optional<KeyHistory.Rotation> rotating(Instant now) {
    return history.rotation().filter(last -> now.isBefore(last.oldEndsAt()));
  }

  public Optional<Instant> lastUsedAt() {
    return history.lastUse().map(KeyHistory.Use::at);
  }

  public Optional<Instant> revokedAt() {
    return history.revokedAt();
  }
}
