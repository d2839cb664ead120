package org.vigie.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.DataDirectory;

/// One server, as it is after an ordinary start.
class EmbeddedPostgresTest {
  @TempDir
  static Path folder;

  private static DataDirectory directory;
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() {
    directory = DataDirectory.open(folder.resolve("data"));
    postgres = EmbeddedPostgres.start(PostgresSettings.in(directory));
  }

  @AfterAll
  static void stop() {
    postgres.close();
    directory.close();
  }

  private static String query(PostgresAccess access, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void execute(PostgresAccess access, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void server_started_isVersion18AndDurable() throws SQLException {
    PostgresAccess access = postgres.access();
    assertThat(query(access, "show server_version")).startsWith("18.");
    assertThat(query(access, "show fsync")).isEqualTo("on");
    assertThat(query(access, "show full_page_writes")).isEqualTo("on");
    assertThat(query(access, "show synchronous_commit")).isEqualTo("on");
    assertThat(query(access, "show data_checksums")).isEqualTo("on");
  }

  @Test
  void role_ofVigie_isNoSuperuserAndOwnsItsDatabase() throws SQLException {
    PostgresAccess access = postgres.access();
    assertThat(query(access, "select rolsuper from pg_roles where rolname = current_user"))
        .isEqualTo("f");
    assertThat(query(
            access,
            "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
        .isEqualTo("vigie");
  }

  @Test
  void login_wrongPassword_isRefused() {
    PostgresAccess access = postgres.access();
    PostgresAccess wrong = new PostgresAccess(access.jdbcUrl(), access.user(), "guessed");
    assertThatThrownBy(() -> query(wrong, "select 1"))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("28P01");
  }

  @Test
  void createDatabase_newName_isApartFromOthers() throws SQLException {
    PostgresAccess one = postgres.createDatabase("one");
    PostgresAccess two = postgres.createDatabase("two");
    execute(one, "create table t (n int)");
    String tables = "select count(*) from pg_tables where tablename = 't'";
    assertThat(query(one, tables)).isEqualTo("1");
    assertThat(query(two, tables)).isEqualTo("0");
  }

  @Test
  void createDatabase_nameTwice_isRefused() {
    postgres.createDatabase("twice");
    assertThatThrownBy(() -> postgres.createDatabase("twice"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void access_asText_hidesThePassword() {
    assertThat(postgres.access().toString()).doesNotContain(postgres.password());
  }
}
