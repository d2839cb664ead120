package org.vigie.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.platform.postgres.Rows.execute;
import static org.vigie.platform.postgres.Rows.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.DataDirectoryInUseException;

/// After every crash at any time, the server ends with its parent, and committed rows are there.
@Tag("slow")
@Timeout(180)
class CrashTest {
  private static final String COUNT = "select count(*) from kept";

  @TempDir
  Path temporary;

  private Path folder = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    folder = temporary.resolve("data");
    PreparedData.copyTo(folder);
  }

  /// Has a test begin where nothing was made yet.
  private void unprepared() {
    folder = temporary.resolve("empty");
  }

  @AfterEach
  void leaveNothingRunning() {
    ServerProcess.postmastersOf(folder.resolve("postgres/data"))
        .forEach(postmaster -> postmaster.handle().destroyForcibly());
  }

  private static void keepRows(PostgresAccess access) throws Exception {
    execute(access, "create table kept as select generate_series(1, 1000) as n");
  }

  private void assertRowsAreThere() throws Exception {
    try (DataDirectory directory = DataDirectory.open(folder);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory))) {
      assertThat(query(postgres.access(), COUNT)).isEqualTo("1000");
    }
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(Command.of("sh", "-c", "kill -" + name + " " + pid).succeeds()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(ParentWatch.class)
  void host_killed_takesTheServerWithItAndRowsStay(ParentWatch watch) throws Exception {
    Host host = Host.start(folder, watch, List.of(), System.getProperty("java.class.path"));
    keepRows(host.access());
    ProcessHandle postmaster = host.postmaster();
    assertThat(postmaster.isAlive()).isTrue();
    host.kill();
    postmaster.onExit().get(60, TimeUnit.SECONDS);
    assertRowsAreThere();
  }

  @Test
  void host_killed_canBeFollowedAtOnce() throws Exception {
    Host host = Host.start(folder);
    keepRows(host.access());
    host.kill();
    assertRowsAreThere();
  }

  @Test
  void hostAndServer_killedTogether_recover() throws Exception {
    Host host = Host.start(folder);
    keepRows(host.access());
    signal("STOP", host.postmaster().pid());
    signal("KILL", host.postmaster().pid());
    host.kill();
    assertRowsAreThere();
  }

  @Test
  void host_ended_leavesNoServerAndNoPidFile() throws Exception {
    Host host = Host.start(folder);
    keepRows(host.access());
    ProcessHandle postmaster = host.postmaster();
    host.close();
    assertThat(postmaster.isAlive()).isFalse();
    assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
  }

  @Test
  void host_running_keepsOthersOutAndNamesItself() throws Exception {
    try (Host host = Host.start(folder)) {
      host.access();
      assertThatThrownBy(() -> DataDirectory.open(folder))
          .isInstanceOf(DataDirectoryInUseException.class)
          .hasMessageContaining("Vigie process " + host.process().pid() + ":");
    }
    DataDirectory.open(folder).close();
  }

  @Test
  void twoHosts_atOnce_areOneServerAndOneRefusal() throws Exception {
    unprepared();
    try (Host one = Host.start(folder);
        Host two = Host.start(folder)) {
      List<String> lines = Stream.of(one.line(), two.line()).sorted().toList();
      assertThat(lines.getFirst()).startsWith("failed DataDirectoryInUseException: ");
      assertThat(lines.getLast()).startsWith("ready ");
    }
  }

  @Test
  void server_killed_isReportedAndRestartsAtTheSameAddress() throws Exception {
    try (DataDirectory directory = DataDirectory.open(folder);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory))) {
      keepRows(postgres.access());
      PostgresAccess before = postgres.access();
      Semaphore told = new Semaphore(0);
      postgres.onDeath(told::release);
      assertThat(postgres.restartIfDead()).isFalse();
      for (int i = 0; i < 2; i++) {
        Host.postmasterIn(folder).destroyForcibly();
        assertThat(told.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        assertThat(postgres.isAlive()).isFalse();
        assertThat(postgres.restartIfDead()).isTrue();
        assertThat(postgres.access()).isEqualTo(before);
        assertThat(query(postgres.access(), COUNT)).isEqualTo("1000");
      }
    }
  }

  @Test
  void watcher_serverClosed_isNotCalled() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    try (DataDirectory directory = DataDirectory.open(folder)) {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory));
      postgres.onDeath(told::countDown);
      ProcessHandle postmaster = Host.postmasterIn(folder);
      postgres.close();
      assertThat(postmaster.isAlive()).isFalse();
      assertThat(postgres.restartIfDead()).isFalse();
    }
    assertThat(told.await(200, TimeUnit.MILLISECONDS)).isFalse();
  }

  /// Leaves a pid file behind, as a power cut does.
  private Path leavePidFile() throws Exception {
    Host host = Host.start(folder);
    keepRows(host.access());
    ProcessHandle postmaster = host.postmaster();
    postmaster.destroyForcibly();
    postmaster.onExit().get(60, TimeUnit.SECONDS);
    host.kill();
    Path file = folder.resolve("postgres/data/postmaster.pid");
    assertThat(file).exists();
    return file;
  }

  @Test
  void pidFile_ofAStranger_doesNotStopTheStart() throws Exception {
    Path file = leavePidFile();
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      String rest = Files.readAllLines(file).stream().skip(1).collect(Collectors.joining("\n"));
      Files.writeString(file, stranger.pid() + "\n" + rest + "\n");
      assertRowsAreThere();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void pidFile_empty_doesNotStopTheStart() throws Exception {
    Files.writeString(leavePidFile(), "");
    assertRowsAreThere();
  }

  @Test
  void postmaster_leftAlive_isStoppedAndFollowed() throws Exception {
    leavePidFile();
    Process orphan = startWithoutWatch();
    try {
      assertRowsAreThere();
      assertThat(orphan.isAlive()).isFalse();
    } finally {
      orphan.destroyForcibly();
    }
  }

  /// Starts a postmaster as if its parent had died: unwatched, with the directory unlocked.
  private Process startWithoutWatch() throws Exception {
    try (DataDirectory directory = DataDirectory.open(folder)) {
      Cluster cluster = Cluster.in(directory);
      cluster.prepare(Credentials.of(directory));
      Command server =
          ServerArguments.command(cluster, PostgresSettings.in(directory), FreePort.any());
      Process process = server
          .after(cluster.identity().prefix())
          .builder()
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
      Eventually.await(() -> PostmasterFile.in(cluster.files())
          .filter(file -> isReady(file, process))
          .isPresent());
      return process;
    }
  }

  private static boolean isReady(PostmasterFile file, Process process) {
    return file.isReady() && file.pid() == process.pid();
  }

  @Test
  void backend_stoppedWhenThePostmasterDied_isEnded() throws Exception {
    Host host = Host.start(folder);
    PostgresAccess access = host.access();
    keepRows(access);
    try (Connection _ = Rows.connect(access)) {
      long backend = Long.parseLong(query(
          access,
          "select pid from pg_stat_activity where backend_type = 'client backend'"
              + " and pid <> pg_backend_pid()"));
      signal("STOP", backend);
      host.postmaster().destroyForcibly();
      host.kill();
      assertRowsAreThere();
      assertThat(ProcessHandle.of(backend)).isEmpty();
    }
  }

  @Test
  void initialisation_brokenOff_beginsAnew() throws IOException {
    unprepared();
    try (DataDirectory directory = DataDirectory.open(folder)) {
      Path unfinished = directory.postgres().resolve("data.new/base");
      Files.createDirectories(unfinished);
      Files.writeString(unfinished.resolve("1"), "half");
      try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory))) {
        assertThat(postgres.isAlive()).isTrue();
      }
      assertThat(directory.postgres().resolve("data.new")).doesNotExist();
    }
  }
}
