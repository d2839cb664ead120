package org.vigie.server.access.keys;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.KeyHistory;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.Network;
import org.vigie.server.access.store.KeyStore;

/// Collects when keys were last used, until they are written. Threads: any.
final class KeyUses {
  private final Map<KeyId, KeyHistory.Use> last = new ConcurrentHashMap<>();
  private final Map<KeyId, Instant> oldSecrets = new ConcurrentHashMap<>();

  /// @param old whether the secret was one that a rotation replaced
  void note(KeyId key, Instant at, CallerAddress from, boolean old) {
    last.put(key, new KeyHistory.Use(at, from.text()));
    if (old) {
      oldSecrets.put(key, at);
    }
  }

  void write(KeyStore store) {
    Map<KeyId, KeyHistory.Use> uses = new HashMap<>(last);
    if (!uses.isEmpty()) {
      store.used(coarse(uses));
      uses.forEach(last::remove);
    }
    Map<KeyId, Instant> old = new HashMap<>(oldSecrets);
    if (!old.isEmpty()) {
      store.oldSecretsUsed(old);
      old.forEach(oldSecrets::remove);
    }
  }

  /// Reduces addresses to networks; addresses are never written.
  private static Map<KeyId, KeyHistory.Use> coarse(Map<KeyId, KeyHistory.Use> uses) {
    Map<KeyId, KeyHistory.Use> written = new HashMap<>();
    uses.forEach((key, use) -> {
      Optional<String> network = use.network().flatMap(Network::coarse).map(Network::text);
      written.put(key, new KeyHistory.Use(use.at(), network));
    });
    return written;
  }
}
