package org.vigie.server.bank.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;

/// Waits for committed changes on a connection of its own.
public final class ChangeNotifications {
  private final Connection connection;
  private final PGConnection notified;

  private ChangeNotifications(Connection connection) throws SQLException {
    this.connection = connection;
    this.notified = connection.unwrap(PGConnection.class);
  }

  /// Begins to listen.
  public static ChangeNotifications listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("/* bank.listen */ listen " + ChangeLog.CHANNEL);
    }
    return new ChangeNotifications(connection);
  }

  /// Returns once a change has been committed since the last call, or when the time has passed.
  public void await(Duration patience) throws SQLException {
    notified.getNotifications(Math.toIntExact(patience.toMillis()));
  }

  /// Stops listening.
  void end() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("/* bank.unlisten */ unlisten " + ChangeLog.CHANNEL);
    }
  }
}
