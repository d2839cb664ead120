package org.vigie.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.platform.postgres.Eventually.await;
import static org.vigie.platform.postgres.Rows.execute;
import static org.vigie.platform.postgres.Rows.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.DataDirectory;

/// One server, as it is after an ordinary start.
@Tag("slow")
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
  void connection_isNotSlowedByRoundsAgainstGuessing() throws SQLException {
    PostgresAccess access = postgres.access();
    assertThat(query(access, "show scram_iterations")).isEqualTo("1");
    assertThat(access.password()).as("256 random bits").hasSize(43);
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
  void copyDatabase_ofOne_hasItsTablesAndIsApart() throws SQLException {
    PostgresAccess made = postgres.createDatabase("made");
    execute(made, "create table t as select 1 as n");
    PostgresAccess copy = postgres.copyDatabase("made", "copied");
    execute(copy, "insert into t values (2)");
    assertThat(query(copy, "select sum(n) from t")).isEqualTo("3");
    assertThat(query(made, "select sum(n) from t")).isEqualTo("1");
    assertThat(query(copy, "select tableowner from pg_tables where tablename = 't'"))
        .isEqualTo("vigie");
  }

  @Test
  void log_failedStatement_holdsNeitherStatementNorValue() throws Exception {
    assertThatThrownBy(() -> query(postgres.access(), "select 'geheimnis-4711'::int"))
        .hasMessageContaining("geheimnis-4711");
    execute(postgres.access(), "create table once (name text primary key)");
    execute(postgres.access(), "insert into once values ('alice-0815')");
    assertThatThrownBy(() -> execute(postgres.access(), "insert into once values ('alice-0815')"))
        .hasMessageContaining("alice-0815");
    // The refused connection is logged after earlier lines.
    PostgresAccess nowhere =
        new PostgresAccess(postgres.jdbcUrl() + "_not_there", postgres.user(), postgres.password());
    assertThatThrownBy(() -> query(nowhere, "select 1")).isInstanceOf(SQLException.class);
    await(() -> log().contains("vigie_not_there"));
    assertThat(log()).doesNotContain("geheimnis", "alice-0815", postgres.password());
  }

  private static String log() throws IOException {
    return Files.readString(directory.logs().resolve("postgresql.log"));
  }

  @Test
  void password_ofTheRole_isStoredForScram() throws Exception {
    PostgresAccess administrator =
        new PostgresAccess(postgres.jdbcUrl(), "vigie_administrator", administratorPassword());
    assertThat(query(administrator, "select rolpassword from pg_authid where rolname = 'vigie'"))
        .startsWith("SCRAM-SHA-256$");
    assertThat(query(
            administrator, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
        .isEqualTo("scram-sha-256");
    assertThat(query(administrator, "show listen_addresses")).isEqualTo("127.0.0.1");
  }

  /// Computes the password from its file as the format of key files says.
  private static String administratorPassword() throws IOException {
    String digits = Files.readString(directory.keys().resolve("postgresql-administrator.key"))
        .strip();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(digits));
  }

  @Test
  void files_ofTheCluster_leaveNoPasswordBehind() {
    assertThat(directory.postgres())
        .isDirectoryNotContaining("glob:**password*")
        .isDirectoryNotContaining("glob:**data.new*");
  }

  @Test
  void access_asText_hidesThePassword() {
    assertThat(postgres.access().toString()).doesNotContain(postgres.password());
  }
}
