package org.vigie.server.access.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.server.access.ApiKey;
import org.vigie.server.access.KeyHistory;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.KeyLimits;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.Network;
import org.vigie.server.access.Scope;
import org.vigie.server.access.secrets.KnownSecrets;
import org.vigie.server.frame.Columns;

/// Reads rows of API keys.
final class KeyRows {
  private KeyRows() {}

  static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        new KeyId(row.getString("key_id")),
        new KeyName(row.getString("name")),
        scopes(row),
        row.getInt("rate_per_second"),
        limits(row),
        history(row));
  }

  static KeyStore.ActiveKey active(ResultSet row) throws SQLException {
    return new KeyStore.ActiveKey(
        new KeyId(row.getString("key_id")),
        new KnownSecrets(
            row.getBytes("secret_digest"),
            row.getBytes("previous_digest"),
            Columns.optionalInstant(row, "previous_ends_at").orElse(Instant.MIN)),
        scopes(row),
        row.getInt("rate_per_second"),
        limits(row));
  }

  private static KeyLimits limits(ResultSet row) throws SQLException {
    return new KeyLimits(
        Columns.optionalInstant(row, "expires_at"), networks(row), row.getBoolean("test"));
  }

  private static KeyHistory history(ResultSet row) throws SQLException {
    Optional<String> network = Columns.optionalText(row, "last_network");
    return new KeyHistory(
        Columns.instant(row, "created_at"),
        row.getString("created_by"),
        Columns.optionalInstant(row, "last_used_at").map(at -> new KeyHistory.Use(at, network)),
        rotation(row),
        Columns.optionalInstant(row, "revoked_at"));
  }

  /// A use that was noted before the last rotation was one of a secret before the old one.
  private static Optional<KeyHistory.Rotation> rotation(ResultSet row) throws SQLException {
    Optional<Instant> at = Columns.optionalInstant(row, "rotated_at");
    if (at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new KeyHistory.Rotation(
        at.get(),
        Columns.instant(row, "previous_ends_at"),
        Columns.optionalInstant(row, "previous_used_at").filter(use -> !use.isBefore(at.get()))));
  }

  private static Set<Scope> scopes(ResultSet row) throws SQLException {
    return texts(row.getArray("scopes")).stream()
        .map(word -> Scope.ofWord(word).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<Network> networks(ResultSet row) throws SQLException {
    return texts(row.getArray("networks")).stream().map(Network::parse).toList();
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.stream((Object[]) array.getArray()).map(String.class::cast).toList();
  }
}
