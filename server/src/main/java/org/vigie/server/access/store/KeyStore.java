package org.vigie.server.access.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.KeyRevocation;
import org.vigie.server.access.Scope;

/// API keys in the database.
///
/// Tables: `api_key`, one row a key; `api_key_use`, when each was last used;
/// `api_key_revision`, one row that a trigger increments with every change of `api_key`.
public final class KeyStore {
  private final JdbcClient jdbc;

  public KeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A key that counts, with what is needed to recognise it.
  ///
  /// @param digest SHA-256 of the secret
  @SuppressWarnings("ArrayRecordComponent") // bytes for MessageDigest.isEqual, on each request
  public record ActiveKey(KeyId id, byte[] digest, Set<Scope> scopes, int ratePerSecond) {
    public ActiveKey {
      scopes = Set.copyOf(scopes);
    }
  }

  public void add(ApiKey key, byte[] digest) {
    jdbc.sql("""
            /* access.add_key */
            insert into access.api_key
              (key_id, name, scopes, rate_per_second, secret_digest, created_at, created_by)
            values (:id, :name, :scopes, :rate, :digest, :createdAt, :createdBy)
            """)
        .param("id", key.id().value())
        .param("name", key.name().value())
        .param("scopes", key.scopes().stream().map(Scope::word).sorted().toArray(String[]::new))
        .param("rate", key.ratePerSecond())
        .param("digest", digest)
        .param("createdAt", Times.utc(key.createdAt()))
        .param("createdBy", key.createdBy())
        .update();
  }

  public KeyRevocation revoke(KeyId id, String by, Instant at) {
    int revoked = jdbc.sql("""
            /* access.revoke_key */
            update access.api_key set revoked_at = :at, revoked_by = :by
             where key_id = :id and revoked_at is null
            """)
        .param("id", id.value())
        .param("at", Times.utc(at))
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
            select key_id, name, scopes, rate_per_second, created_at, created_by, last_used_at,
                   revoked_at
              from access.api_key left join access.api_key_use using (key_id)
             order by created_at desc, key_id
            """)
        .query((row, number) -> new ApiKey(
            new KeyId(row.getString("key_id")),
            new KeyName(row.getString("name")),
            scopes(row),
            row.getInt("rate_per_second"),
            Times.of(row, "created_at"),
            row.getString("created_by"),
            Times.ifAny(row, "last_used_at"),
            Times.ifAny(row, "revoked_at")))
        .list();
  }

  /// Returns the keys that count.
  public List<ActiveKey> active() {
    return jdbc.sql("""
            /* access.active_keys */
            select key_id, secret_digest, scopes, rate_per_second
              from access.api_key where revoked_at is null
            """)
        .query((row, number) -> new ActiveKey(
            new KeyId(row.getString("key_id")),
            row.getBytes("secret_digest"),
            scopes(row),
            row.getInt("rate_per_second")))
        .list();
  }

  /// Returns a number that is another after each change of a key.
  public long revision() {
    return jdbc.sql("""
            /* access.key_revision */
            select revision from access.api_key_revision
            """).query(Long.class).single();
  }

  /// Notes when keys were last used; an earlier time than the one noted changes nothing.
  public void used(Map<KeyId, Instant> uses) {
    List<Map.Entry<KeyId, Instant>> sorted = uses.entrySet().stream()
        .sorted((one, other) -> one.getKey().value().compareTo(other.getKey().value()))
        .toList();
    jdbc.sql("""
            /* access.key_used */
            insert into access.api_key_use (key_id, last_used_at)
            select * from unnest(:ids::text[], :times::timestamptz[])
            on conflict (key_id) do update
              set last_used_at = greatest(api_key_use.last_used_at, excluded.last_used_at)
            """)
        .param("ids", sorted.stream().map(use -> use.getKey().value()).toArray(String[]::new))
        .param(
            "times", sorted.stream().map(use -> use.getValue().toString()).toArray(String[]::new))
        .update();
  }

  private static Set<Scope> scopes(ResultSet row) throws SQLException {
    Array words = row.getArray("scopes");
    return Arrays.stream((Object[]) words.getArray())
        .map(word -> Scope.ofWord((String) word).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }
}
