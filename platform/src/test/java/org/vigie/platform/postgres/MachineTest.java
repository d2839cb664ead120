package org.vigie.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.platform.postgres.Rows.query;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.UnusableDataDirectoryException;
import org.vigie.platform.UnusableDataDirectoryException.Defect;

/// Paths, ports and files as machines have them: the server runs, or one sentence says why not.
@Tag("slow")
@Timeout(120)
class MachineTest {
  @TempDir
  Path temporary;

  /// Opens a data directory as it is after its first start.
  private DataDirectory prepared() throws IOException {
    Path folder = temporary.resolve("d");
    PreparedData.copyTo(folder);
    return DataDirectory.open(folder);
  }

  private static EmbeddedPostgres start(DataDirectory directory) {
    return EmbeddedPostgres.start(PostgresSettings.in(directory));
  }

  @ParameterizedTest
  @ValueSource(strings = {"été, 中文 \"x\"", "-D it's %p $HOME \\ x=y"})
  void start_oddPath_servesThere(String name) throws Exception {
    for (int i = 0; i < 2; i++) {
      try (DataDirectory directory = DataDirectory.open(temporary.resolve(name));
          EmbeddedPostgres postgres = start(directory)) {
        Path socket = directory.postgres().resolve("socket");
        assertThat(query(postgres.access(), "select 1")).isEqualTo("1");
        assertThat(socket).isDirectoryContaining("glob:**/.s.PGSQL.*");
      }
    }
  }

  @Test
  void start_pathTooLongForASocket_servesWithoutOne() throws Exception {
    Path folder = temporary.resolve("d".repeat(60)).resolve("d".repeat(60));
    try (DataDirectory directory = DataDirectory.open(folder);
        EmbeddedPostgres postgres = start(directory)) {
      assertThat(query(postgres.access(), "select 1")).isEqualTo("1");
      assertThat(directory.postgres().resolve("socket")).isEmptyDirectory();
    }
  }

  @Test
  void start_pathTooLongForPostgres_isOneSentence() {
    Path folder = temporary;
    for (int i = 0; i < 5; i++) {
      folder = folder.resolve("d".repeat(200));
    }
    try (DataDirectory directory = DataDirectory.open(folder)) {
      assertThatThrownBy(() -> start(directory))
          .isInstanceOf(PostgresUnavailableException.class)
          .hasMessageContaining("900 bytes");
    }
  }

  @Test
  void start_portTaken_namesThePort() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        DataDirectory directory = DataDirectory.open(temporary.resolve("d"))) {
      PostgresSettings settings = PostgresSettings.in(directory).withPort(taken.getLocalPort());
      assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
          .isInstanceOf(PostgresUnavailableException.class)
          .hasMessageContaining("the port " + taken.getLocalPort() + " of 127.0.0.1 is taken");
    }
  }

  @Test
  void start_portGiven_listensThere() throws Exception {
    int port = FreePort.any();
    try (DataDirectory directory = prepared();
        EmbeddedPostgres postgres =
            EmbeddedPostgres.start(PostgresSettings.in(directory).withPort(port))) {
      assertThat(postgres.jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:" + port + "/vigie");
      assertThat(query(postgres.access(), "show port")).isEqualTo(Integer.toString(port));
    }
  }

  @Test
  void start_clusterOfOtherMajor_isRefusedAndLeft() throws IOException {
    try (DataDirectory directory = prepared()) {
      Path version = directory.postgres().resolve("data/PG_VERSION");
      Files.writeString(version, "17\n");
      assertThatThrownBy(() -> start(directory))
          .isInstanceOfSatisfying(
              UnusableDataDirectoryException.class,
              e -> assertThat(e.defect()).isEqualTo(Defect.OTHER_POSTGRESQL_MAJOR))
          .hasMessageContaining("PostgreSQL 17")
          .hasMessageContaining("brings 18");
      assertThat(version).hasContent("17\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql-vigie", "postgresql-administrator"})
  void start_passwordLost_isRefusedAndNoneIsMade(String name) throws IOException {
    try (DataDirectory directory = prepared()) {
      Path key = directory.keys().resolve(name + ".key");
      Files.delete(key);
      assertThatThrownBy(() -> start(directory))
          .isInstanceOfSatisfying(
              UnusableDataDirectoryException.class,
              e -> assertThat(e.defect()).isEqualTo(Defect.DAMAGED))
          .hasMessageContaining("keys/" + name + ".key");
      assertThat(key).doesNotExist();
    }
  }

  @Test
  void start_passwordOfAnotherInstallation_isOneSentenceAndNoServerStays() throws IOException {
    try (DataDirectory directory = prepared()) {
      Files.writeString(directory.keys().resolve("postgresql-vigie.key"), "0".repeat(64) + "\n");
      assertThatThrownBy(() -> start(directory))
          .isInstanceOf(PostgresUnavailableException.class)
          .hasMessageContaining("does not let Vigie in");
      assertThat(ServerProcess.postmastersOf(directory.postgres().resolve("data")))
          .isEmpty();
    }
  }

  @Test
  void start_settingPostgresRefuses_saysWhatPostgresSaid() throws IOException {
    try (DataDirectory directory = prepared()) {
      Files.writeString(directory.postgres().resolve("data/pg_hba.conf"), "nonsense\n");
      assertThatThrownBy(() -> start(directory))
          .isInstanceOf(PostgresUnavailableException.class)
          .hasMessageContaining("PostgreSQL did not start: could not load")
          .hasMessageContaining("pg_hba.conf")
          .hasMessageContaining(directory.logs().toString());
    }
  }
}
