package org.vigie.server.outbox.delivering;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.outbox.store.EffectStore;

/// An outbox over a database of its own, wired without a server around it, and with a clock that
/// moves only when a test says so.
final class OutboxWorld implements AutoCloseable {
  final HikariDataSource database = new HikariDataSource();
  final JdbcClient jdbc;
  final TransactionTemplate transactions;
  final EffectStore store;
  final Bells bells = new Bells();
  final Outbox outbox;
  final Deliveries deliveries;

  private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

  OutboxWorld(PostgresAccess access) {
    database.setJdbcUrl(access.jdbcUrl());
    database.setUsername(access.user());
    database.setPassword(access.password());
    jdbc = JdbcClient.create(database);
    transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    store = new EffectStore(jdbc);
    outbox = new StoredOutbox(store, bells, this::now);
    deliveries = new Deliveries(store, transactions, this::now, new Random(1));
  }

  static OutboxWorld migrated(PostgresAccess access) {
    OutboxWorld world = new OutboxWorld(access);
    Flyway.configure()
        .dataSource(world.database)
        .locations("classpath:db/migration/outbox")
        .load()
        .migrate();
    return world;
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /// Returns the ids of effects in a state, in the order in which they were added.
  List<UUID> in(String state) {
    return jdbc.sql("select effect_id from outbox.effect where state = :state order by number")
        .param("state", state)
        .query(UUID.class)
        .list();
  }

  @Override
  public void close() {
    database.close();
  }
}
