package org.vigie.server.bank.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// A connection that reads the log of changes and is notified of new ones.
///
/// Any failure is a `DataAccessException`; the caller then opens another session. Threads: one at
/// a time, except for [#abort].
public final class ChangeSession implements AutoCloseable {
  /// How long the database may be silent while it owes an answer. A connection that a firewall
  /// has forgotten never says that it is broken. Waiting for notifications has its own bound.
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Connection connection;
  private final ChangeFeed feed;
  private final ChangeNotifications notifications;

  private ChangeSession(Connection connection, SignalValues values) throws SQLException {
    this.connection = connection;
    JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    this.feed = new ChangeFeed(jdbc, values);
    this.notifications = ChangeNotifications.listen(connection);
  }

  /// Opens a session that listens from now on.
  public static ChangeSession open(DataSource database, SignalValues values) {
    try {
      return open(database.getConnection(), values);
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  private static ChangeSession open(Connection connection, SignalValues values)
      throws SQLException {
    try {
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(SILENCE.toMillis()));
      return new ChangeSession(connection, values);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Returns the reader of the log.
  public ChangeFeed feed() {
    return feed;
  }

  /// Returns once a change has been committed since the last call, or when the time has passed.
  public void await(Duration patience) {
    try {
      notifications.await(patience);
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  /// Breaks the connection, so that a call that waits on another thread fails at once.
  public void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  /// Returns the connection as it was: its next user does not listen, and may wait longer.
  @Override
  public void close() {
    try (connection) {
      notifications.end();
      connection.setNetworkTimeout(Runnable::run, 0);
    } catch (SQLException e) {
      throw broken(e);
    }
  }

  private static DataAccessResourceFailureException broken(SQLException cause) {
    return new DataAccessResourceFailureException("the connection for changes broke", cause);
  }
}
