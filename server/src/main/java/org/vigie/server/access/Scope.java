package org.vigie.server.access;

import java.util.Optional;
import java.util.Set;
import org.vigie.server.frame.EnumWords;

/// The uses of an API key; the words of `./vigie keys add --scope`.
public enum Scope {
  /// Scans and look-ups, and the policy that decides about them.
  SCAN(Permission.SCAN, Permission.POLICY_READ),
  /// Reading banks and members, and the policy that they belong to.
  BANKS_READ(Permission.BANKS_READ, Permission.POLICY_READ),
  /// Changing banks and members.
  BANKS_WRITE(Permission.BANKS_READ, Permission.BANKS_WRITE, Permission.POLICY_READ),
  /// Everything under `/hma`, and nothing elsewhere.
  HMA(Permission.SCAN, Permission.BANKS_READ, Permission.BANKS_WRITE),
  METRICS(Permission.METRICS_READ),
  /// Notices for the users of a messenger, and the policy that names their categories.
  NOTICES(Permission.NOTICES_SEND, Permission.POLICY_READ),
  /// Notices of a hotline or a trusted flagger, and the policy that names their categories; the
  /// key belongs to its organisation.
  FLAG(Permission.FLAG, Permission.POLICY_READ);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of keeps no reference to the array
  private final Set<Permission> permissions;

  Scope(Permission... permissions) {
    this.permissions = Set.of(permissions);
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  /// Returns whether some of its own calls have a test mode.
  public boolean hasTestMode() {
    return this == SCAN || this == HMA || this == NOTICES;
  }

  /// Returns whether [#FLAG] is mixed with other scopes: a key that is bound to an organisation has
  /// no other.
  public static boolean mixesFlag(Set<Scope> scopes) {
    return scopes.contains(FLAG) && scopes.size() > 1;
  }

  /// Returns the word for it: `banks-write`.
  public String word() {
    return EnumWords.of(this);
  }

  /// Returns the scope with that word, if there is one.
  public static Optional<Scope> ofWord(String word) {
    return EnumWords.find(Scope.class, word);
  }
}
