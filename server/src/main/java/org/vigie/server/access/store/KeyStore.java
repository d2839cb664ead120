package org.vigie.server.access.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.KeyHistory;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyRevocation;
import org.vigie.server.access.Network;
import org.vigie.server.access.Scope;
import org.vigie.server.access.secrets.KnownSecrets;
import org.vigie.server.frame.Columns;

/// API keys in the database.
///
/// Tables: `api_key`, one row a key; `api_key_use`, when and from where each was last used;
/// `api_key_revision`, one row that a trigger increments with every change of `api_key`.
public final class KeyStore {
  private final JdbcClient jdbc;

  public KeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A key that counts, with its limits and the digests of its secrets.
  ///
  /// A key may count no more by now, as its end comes by the clock.
  public record ActiveKey(
      KeyId id, KnownSecrets secrets, Set<Scope> scopes, int ratePerSecond, KeyLimits limits) {
    public ActiveKey {
      scopes = Set.copyOf(scopes);
    }
  }

  /// The secret that a rotation brings.
  ///
  /// @param digest SHA-256 of the secret
  /// @param oldEndsAt until when the old one counts beside it
  /// @param expiresAt the new end of the key; empty to keep the one it has
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  public record NewSecret(byte[] digest, Instant oldEndsAt, Optional<Instant> expiresAt) {}

  public void add(ApiKey key, byte[] digest) {
    jdbc.sql("""
            /* access.add_key */
            insert into access.api_key (key_id, name, scopes, rate_per_second, secret_digest,
                                        created_at, created_by, expires_at, networks, test)
            values (:id, :name, :scopes, :rate, :digest, :createdAt, :createdBy,
                    cast(:expiresAt as timestamptz), :networks, :test)
            """)
        .param("id", key.id().value())
        .param("name", key.name().value())
        .param("scopes", key.scopes().stream().map(Scope::word).sorted().toArray(String[]::new))
        .param("rate", key.ratePerSecond())
        .param("digest", digest)
        .param("createdAt", Columns.utc(key.history().createdAt()))
        .param("createdBy", key.history().createdBy())
        .param("expiresAt", key.limits().expiresAt().map(Columns::utc).orElse(null))
        .param(
            "networks", key.limits().networks().stream().map(Network::text).toArray(String[]::new))
        .param("test", key.limits().test())
        .update();
  }

  /// Changes the secret of a key. Returns false and changes nothing if the key does not count, or
  /// if an old secret still counts and is not ended now.
  public boolean rotate(KeyId id, NewSecret secret, Instant now) {
    return jdbc.sql("""
            /* access.rotate_key */
            update access.api_key
               set previous_digest = secret_digest,
                   previous_ends_at = least(:oldEndsAt, expires_at),
                   rotated_at = :now,
                   secret_digest = :digest,
                   expires_at = coalesce(cast(:expiresAt as timestamptz), expires_at)
             where key_id = :id and revoked_at is null
               and (expires_at is null or expires_at > :now)
               and (previous_ends_at is null or previous_ends_at <= :now or :oldEndsAt <= :now)
            """)
            .param("id", id.value())
            .param("digest", secret.digest())
            .param("oldEndsAt", Columns.utc(secret.oldEndsAt()))
            .param("expiresAt", secret.expiresAt().map(Columns::utc).orElse(null))
            .param("now", Columns.utc(now))
            .update()
        == 1;
  }

  /// Ends the old secret. Returns false and changes nothing if none counts.
  public boolean endOldSecret(KeyId id, Instant now) {
    return jdbc.sql("""
            /* access.end_old_secret */
            update access.api_key set previous_ends_at = :now
             where key_id = :id and revoked_at is null and previous_ends_at > :now
            """).param("id", id.value()).param("now", Columns.utc(now)).update() == 1;
  }

  public KeyRevocation revoke(KeyId id, String by, Instant at) {
    int revoked = jdbc.sql("""
            /* access.revoke_key */
            update access.api_key set revoked_at = :at, revoked_by = :by
             where key_id = :id and revoked_at is null
            """)
        .param("id", id.value())
        .param("at", Columns.utc(at))
        .param("by", by)
        .update();
    if (revoked == 1) {
      return KeyRevocation.REVOKED;
    }
    return exists(id) ? KeyRevocation.REVOKED_BEFORE : KeyRevocation.UNKNOWN_KEY;
  }

  private boolean exists(KeyId id) {
    return jdbc.sql("""
            /* access.key_exists */
            select exists (select from access.api_key where key_id = :id)
            """).param("id", id.value()).query(Boolean.class).single();
  }

  /// Returns all keys, newest first.
  public List<ApiKey> all() {
    return jdbc.sql("""
            /* access.all_keys */
            select * from access.api_key left join access.api_key_use using (key_id)
             order by created_at desc, key_id
            """).query((row, number) -> KeyRows.key(row)).list();
  }

  /// Returns a key, revoked or not.
  public Optional<ApiKey> find(KeyId id) {
    return jdbc.sql("""
            /* access.key */
            select * from access.api_key left join access.api_key_use using (key_id)
             where key_id = :id
            """)
        .param("id", id.value())
        .query((row, number) -> KeyRows.key(row))
        .optional();
  }

  /// Returns the keys that are not revoked.
  public List<ActiveKey> active() {
    return jdbc.sql("""
            /* access.active_keys */
            select key_id, secret_digest, previous_digest, previous_ends_at, scopes,
                   rate_per_second, expires_at, networks, test
              from access.api_key where revoked_at is null
            """).query((row, number) -> KeyRows.active(row)).list();
  }

  /// Returns a number that is another after each change of a key.
  public long revision() {
    return jdbc.sql("""
            /* access.key_revision */
            select revision from access.api_key_revision
            """).query(Long.class).single();
  }

  /// Notes when keys were last used; an earlier time than the one noted changes nothing.
  public void used(Map<KeyId, KeyHistory.Use> uses) {
    List<Map.Entry<KeyId, KeyHistory.Use>> sorted = sorted(uses);
    jdbc.sql("""
            /* access.key_used */
            insert into access.api_key_use (key_id, last_used_at, last_network)
            select * from unnest(:ids::text[], :times::timestamptz[], :networks::text[])
            on conflict (key_id) do update
              set last_used_at = excluded.last_used_at, last_network = excluded.last_network
              where api_key_use.last_used_at <= excluded.last_used_at
            """)
        .param("ids", ids(sorted))
        .param(
            "times",
            sorted.stream().map(use -> use.getValue().at().toString()).toArray(String[]::new))
        .param(
            "networks",
            sorted.stream()
                .map(use -> use.getValue().network().orElse(null))
                .toArray(String[]::new))
        .update();
  }

  /// Notes when secrets that a rotation replaced were last used, after [#used].
  public void oldSecretsUsed(Map<KeyId, Instant> uses) {
    List<Map.Entry<KeyId, Instant>> sorted = sorted(uses);
    jdbc.sql("""
            /* access.old_secret_used */
            update access.api_key_use
               set previous_used_at = greatest(previous_used_at, used.at)
              from unnest(:ids::text[], :times::timestamptz[]) as used (id, at)
             where key_id = used.id
            """)
        .param("ids", ids(sorted))
        .param(
            "times", sorted.stream().map(use -> use.getValue().toString()).toArray(String[]::new))
        .update();
  }

  /// In one order, so that two processes do not deadlock.
  private static <U> List<Map.Entry<KeyId, U>> sorted(Map<KeyId, U> uses) {
    return uses.entrySet().stream()
        .sorted((one, other) -> one.getKey().value().compareTo(other.getKey().value()))
        .toList();
  }

  private static <U> String[] ids(List<Map.Entry<KeyId, U>> uses) {
    return uses.stream().map(use -> use.getKey().value()).toArray(String[]::new);
  }
}
