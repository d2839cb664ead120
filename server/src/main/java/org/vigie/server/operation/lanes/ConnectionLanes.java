package org.vigie.server.operation.lanes;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.Lane;
import org.vigie.server.frame.LaneBusyException;

/// The connections to the database: a pool for each [Lane], which together have as many as the
/// operator allows.
///
/// Waiting for a connection has a deadline. It ends as [LaneBusyException] if all connections of
/// the lane are in use, and as another `SQLTransientConnectionException` if the database cannot be
/// reached. Threads: any.
public final class ConnectionLanes extends AbstractDataSource
    implements AutoCloseable, MeterBinder {
  /// How long requests with a waiting caller wait for a connection.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// How long health and keys wait, and how long one of their statements may take.
  private static final Duration WATCH_PATIENCE = Duration.ofSeconds(2);

  private static final Duration BACKGROUND_PATIENCE = Duration.ofSeconds(30);

  /// How long a database may be silent while it owes an answer to a page or a scan. One behind a
  /// firewall that forgot the connection never says that it is gone.
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final Map<Lane, HikariDataSource> pools;

  private ConnectionLanes(Map<Lane, HikariDataSource> pools) {
    this.pools = new EnumMap<>(pools);
  }

  /// Divides a configured pool that is not started.
  ///
  /// @param whole returns, on each call, the configuration of the database and its number of
  ///     connections
  public static ConnectionLanes of(Supplier<HikariDataSource> whole) {
    Map<Lane, HikariDataSource> pools = new EnumMap<>(Lane.class);
    LaneShares.of(whole.get().getMaximumPoolSize())
        .forEach((lane, share) -> pools.put(lane, pool(whole.get(), lane, share)));
    return new ConnectionLanes(pools);
  }

  private static HikariDataSource pool(HikariDataSource pool, Lane lane, int share) {
    pool.setPoolName(EnumWords.of(lane));
    pool.setMaximumPoolSize(share);
    pool.setMinimumIdle(share);
    pool.setConnectionTimeout(patience(lane).toMillis());
    // a pool that begins while the database is away waits as any other
    pool.setInitializationFailTimeout(-1);
    silence(lane)
        .ifPresent(
            most -> pool.addDataSourceProperty("socketTimeout", Long.toString(most.toSeconds())));
    if (lane == Lane.WATCH) {
      pool.setConnectionInitSql("set statement_timeout = " + WATCH_PATIENCE.toMillis());
    }
    return pool;
  }

  private static Duration patience(Lane lane) {
    return switch (lane) {
      case BACKGROUND -> BACKGROUND_PATIENCE;
      case WATCH -> WATCH_PATIENCE;
      case SCANS, CALLS, PEOPLE, STRANGERS, APART -> PATIENCE;
    };
  }

  private static Optional<Duration> silence(Lane lane) {
    return switch (lane) {
      case SCANS, PEOPLE, STRANGERS -> Optional.of(SILENCE);
      case WATCH -> Optional.of(WATCH_PATIENCE.multipliedBy(2));
      // an export or an import may rightly wait for long
      case CALLS, BACKGROUND, APART -> Optional.empty();
    };
  }

  @Override
  public Connection getConnection() throws SQLException {
    Lane lane = Lane.current();
    HikariDataSource pool = pool(lane);
    try {
      return pool.getConnection();
    } catch (SQLTransientConnectionException e) {
      throw isFull(pool, e) ? new LaneBusyException(lane, e) : e;
    }
  }

  /// Returns whether a pool has all its connections. A lost one is missing.
  private static boolean isFull(HikariDataSource pool, SQLTransientConnectionException timeout) {
    HikariPoolMXBean state = pool.getHikariPoolMXBean();
    return timeout.getCause() == null
        && state != null
        && state.getTotalConnections() == pool.getMaximumPoolSize();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("connections have the login of the settings");
  }

  private HikariDataSource pool(Lane lane) {
    return Objects.requireNonNull(pools.get(lane));
  }

  /// Returns how many connections a lane has.
  public int share(Lane lane) {
    return pool(lane).getMaximumPoolSize();
  }

  /// Measures each pool under the name of its lane.
  @Override
  public void bindTo(MeterRegistry registry) {
    pools
        .values()
        .forEach(
            pool -> pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry)));
  }

  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
  }
}
