package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Once all migrations have run, no foreign key leads from one module's schema into another's.
@ServerTest
final class ForeignKeysTest {
  private final JdbcClient jdbc;

  @Autowired
  ForeignKeysTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Test
  void foreignKeys_leadToTheSchemaTheyStartFrom() {
    assertThat(jdbc.sql("""
            select k.conrelid::regclass || ': ' || k.conname
              from pg_constraint k
              join pg_class here on here.oid = k.conrelid
              join pg_class there on there.oid = k.confrelid
             where k.contype = 'f' and here.relnamespace <> there.relnamespace
            """).query(String.class).list()).isEmpty();
  }
}
