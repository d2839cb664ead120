package org.vigie.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.vigie.server.access.keys.StoredApiKeys;

/// Makes, lists, rotates and revokes the API keys of programs.
///
/// Every change is in the ledger. A new secret counts from the next request on; a revoked or
/// replaced one stops counting within a second. Threads: any.
public interface ApiKeys {
  /// The largest rate that a key can have, in requests a second.
  int MAX_RATE = 1_000_000;

  /// The default rate of a key, in requests a second.
  int USUAL_RATE = 1_000;

  /// Returns the keys of a database that the server has prepared before; for the command line.
  static ApiKeys over(DataSource source) {
    return StoredApiKeys.over(source);
  }

  /// Makes a key without limits of time and place.
  ///
  /// @param ratePerSecond 1 to [#MAX_RATE] requests a second
  default NewKey add(Caller by, KeyName name, Set<Scope> scopes, int ratePerSecond) {
    return add(by, name, scopes, ratePerSecond, KeyLimits.NONE);
  }

  /// Makes a key.
  ///
  /// @param ratePerSecond 1 to [#MAX_RATE] requests a second
  NewKey add(Caller by, KeyName name, Set<Scope> scopes, int ratePerSecond, KeyLimits limits);

  /// Gives a key a new secret. The old secret keeps counting for a while, so that programs can be
  /// changed one after the other; at most two secrets count at once.
  ///
  /// @param oldCountsFor zero or less to end the old secret, and one before it, at once
  /// @param expiresAt the new end of the key; empty to keep the one it has
  KeyRotation rotate(Caller by, KeyId id, Duration oldCountsFor, Optional<Instant> expiresAt);

  /// Ends the old secret of a rotated key now.
  OldSecretEnding endOldSecret(Caller by, KeyId id);

  /// Revokes a key for ever.
  KeyRevocation revoke(Caller by, KeyId id);

  /// Finds a key, revoked or not.
  Optional<ApiKey> find(KeyId id);

  /// Returns all keys, revoked ones too, newest first.
  List<ApiKey> all();
}
