package org.vigie.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.platform.postgres.Rows.execute;
import static org.vigie.platform.postgres.Rows.query;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.KeyRing;
import org.vigie.platform.Secret;
import org.vigie.platform.SecretName;
import org.vigie.platform.UnusableDataDirectoryException;
import org.vigie.platform.UnusableDataDirectoryException.Defect;
import org.vigie.platform.blob.BlobAddress;
import org.vigie.platform.blob.FolderBlobs;

/// A backup of a server under load holds all committed rows, and only a sound one is restored.
@Tag("slow")
@Timeout(300)
class BackupTest {
  private static final SecretName SEAL = new SecretName("seal");
  private static final Backup BACKUP =
      new Backup(InstantSource.fixed(Instant.parse("2026-11-22T08:30:00Z")));

  @TempDir
  static Path temporary;

  private static DataDirectory directory;
  private static EmbeddedPostgres postgres;
  private static Secret seal;
  private static final byte[] BLOB = "sealed".getBytes(StandardCharsets.US_ASCII);
  private static BlobAddress blob = new BlobAddress("0".repeat(64));
  private static Path sound = Path.of("");
  private static long committedBefore;

  /// A backup like the other, made after the load, so without its hundreds of megabytes of log.
  private static Path small = Path.of("");

  @BeforeAll
  static void backUpUnderLoad() throws Exception {
    directory = DataDirectory.open(temporary.resolve("data"));
    postgres = EmbeddedPostgres.start(PostgresSettings.in(directory));
    Files.writeString(directory.root().resolve("DEMO"), "made up");
    seal = new KeyRing(directory, new SecureRandom()).secret(SEAL);
    blob = FolderBlobs.in(directory.blobs()).put(out -> out.write(BLOB));
    execute(postgres.access(), """
        create table debit (n bigint primary key, filler text);
        create table credit (n bigint primary key, filler text);
        """);
    sound = temporary.resolve("sound.vigie-backup");
    try (Load load = Load.on(postgres)) {
      committedBefore = load.awaitCommitted(200);
      BACKUP.make(postgres, sound);
      load.awaitCommitted(load.committed() + 10);
    }
    small = temporary.resolve("small.vigie-backup");
    BACKUP.make(postgres, small);
  }

  @AfterAll
  static void stop() {
    postgres.close();
    directory.close();
  }

  @Test
  void restore_backupUnderLoad_isAConsistentMomentAfterItsBeginning() throws Exception {
    Path folder = temporary.resolve("restored");
    Backup.restore(sound, folder);
    try (DataDirectory restored = DataDirectory.open(folder);
        EmbeddedPostgres server = EmbeddedPostgres.start(PostgresSettings.in(restored))) {
      PostgresAccess access = server.access();
      long rows = Long.parseLong(query(access, "select count(*) from debit"));
      assertThat(rows).isGreaterThanOrEqualTo(committedBefore);
      assertThat(query(access, "select max(n) from debit")).isEqualTo(Long.toString(rows));
      assertThat(query(access, "select count(*) from debit join credit using (n, filler)"))
          .isEqualTo(Long.toString(rows));
      assertThat(query(access, "select count(*) from credit")).isEqualTo(Long.toString(rows));
      assertThat(new KeyRing(restored, new SecureRandom()).secret(SEAL)).isEqualTo(seal);
      assertThat(FolderBlobs.in(restored.blobs()).open(blob)).hasBinaryContent(BLOB);
      assertThat(folder.resolve("DEMO")).as("the mark of a demonstration").hasContent("made up");
      assertThat(folder.resolve("TOWN-UNFINISHED")).doesNotExist();
      checkEveryIndex(server);
      execute(access, "insert into debit values (-1, 'still writable')");
    }
  }

  /// Has PostgreSQL compare each index with its table.
  private static void checkEveryIndex(EmbeddedPostgres server) throws Exception {
    PostgresAccess login = Credentials.of(server.directory()).administrator();
    PostgresAccess superuser = new PostgresAccess(server.jdbcUrl(), login.user(), login.password());
    execute(superuser, "create extension amcheck");
    assertThat(Long.parseLong(query(superuser, """
        select count(*)
          from pg_index
          join pg_class on pg_class.oid = indexrelid
          join pg_am on pg_am.oid = relam,
               lateral (select bt_index_check(indexrelid, true)) as checked
         where amname = 'btree' and relpersistence = 'p' and indisvalid"""))).isGreaterThan(100);
  }

  @Test
  void make_done_isOneFileForItsOwner() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sound)))
        .isEqualTo("rw-------");
    assertThat(temporary).isDirectoryNotContaining("glob:**.unfinished");
    try (ZipFile zip = new ZipFile(sound.toFile())) {
      assertThat(zip.getEntry("keys/seal.key")).isNotNull();
      assertThat(zip.getEntry("postgres/data/postmaster.pid")).isNull();
      String manifest = new String(
          zip.getInputStream(zip.getEntry("MANIFEST")).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(manifest)
          .startsWith("vigie-backup 1\nlayout 1\npostgresql 18\n")
          .contains("\nmade 2026-11-22T08:30:00Z\n");
    }
  }

  @Test
  void make_fileThere_isRefusedAndLeftAsItWas() throws IOException {
    Path there = Files.writeString(temporary.resolve("there"), "precious");
    assertThatThrownBy(() -> BACKUP.make(postgres, there))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(there.toString());
    assertThat(there).hasContent("precious");
  }

  @Test
  void restore_folderWithContent_isRefusedAndLeftAsItWas() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("full"));
    Files.writeString(folder.resolve("letter.txt"), "precious");
    assertNotEmpty(folder);
    assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("letter.txt"));
    assertNotEmpty(directory.root());
    assertThat(postgres.isAlive()).isTrue();
  }

  private static void assertNotEmpty(Path folder) {
    assertThatThrownBy(() -> Backup.restore(small, folder))
        .isInstanceOfSatisfying(
            UnusableDataDirectoryException.class,
            e -> assertThat(e.defect()).isEqualTo(Defect.NOT_EMPTY));
  }

  private static void assertRefused(Path file, UnusableBackupException.Defect defect, Path folder) {
    assertThatThrownBy(() -> Backup.restore(file, folder))
        .isInstanceOfSatisfying(
            UnusableBackupException.class, e -> assertThat(e.defect()).isEqualTo(defect))
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("\n");
    assertThat(Files.notExists(folder) || holdsNothing(folder)).isTrue();
  }

  private static boolean holdsNothing(Path folder) {
    String[] names = folder.toFile().list();
    return names != null && List.of("vigie.lock").containsAll(List.of(names));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.3, 0.5, 0.9, 0.999_999})
  void restore_backupCutShort_isRefused(double part) throws IOException {
    byte[] bytes = Files.readAllBytes(small);
    Path cut = temporary.resolve("cut-" + part);
    Files.write(cut, Arrays.copyOf(bytes, (int) (bytes.length * part)));
    assertRefused(cut, UnusableBackupException.Defect.DAMAGED, temporary.resolve("x" + part));
  }

  @Test
  void restore_backupDamagedInside_isRefusedAndTheSameFolderServesLater() throws IOException {
    Path folder = temporary.resolve("later");
    for (int i = 1; i <= 5; i++) {
      Path changed = temporary.resolve("changed");
      byte[] bytes = Files.readAllBytes(small);
      damage(bytes, bytes.length / 7 * i);
      Files.write(changed, bytes);
      assertRefused(changed, UnusableBackupException.Defect.DAMAGED, folder);
    }
    Backup.restore(small, folder);
    DataDirectory.open(folder).close();
  }

  /// Damages a block of a disk, as a single bit may be in an unused field of the ZIP format.
  private static void damage(byte[] bytes, int from) {
    for (int i = from; i < from + 512; i++) {
      bytes[i] ^= 0x10;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vigie-backup 1, vigie-backup 2, MADE_BY_NEWER_VIGIE",
    "layout 1, layout 2, MADE_BY_NEWER_VIGIE",
    "postgresql 18, postgresql 19, OTHER_POSTGRESQL_MAJOR",
    "machine Linux, machine Plan9, OTHER_MACHINE",
    "vigie-backup 1, vigie-backup one, DAMAGED",
    "postgres/data/PG_VERSION, postgres/data/../../x, DAMAGED",
    "postgres/data/PG_VERSION, elsewhere/PG_VERSION, DAMAGED",
    "keys/seal.key, keys/seal2.key, DAMAGED",
    "made 2026, made then, DAMAGED"
  })
  void restore_manifestChanged_isRefused(
      String from, String to, UnusableBackupException.Defect defect) throws IOException {
    Path changed = temporary.resolve("manifest");
    rewrite(changed, entries -> {
      String text = new String(entries.get("MANIFEST"), StandardCharsets.UTF_8);
      assertThat(text).contains(from);
      entries.put("MANIFEST", text.replace(from, to).getBytes(StandardCharsets.UTF_8));
      return entries;
    });
    assertRefused(changed, defect, temporary.resolve("manifest-changed"));
  }

  @Test
  void restore_fileMissingOrAdded_isRefused() throws IOException {
    Path changed = temporary.resolve("entries");
    rewrite(changed, entries -> {
      entries.remove("keys/seal.key");
      return entries;
    });
    assertRefused(
        changed, UnusableBackupException.Defect.DAMAGED, temporary.resolve("entries-changed"));
    rewrite(changed, entries -> {
      entries.put("keys/other.key", new byte[65]);
      return entries;
    });
    assertRefused(
        changed, UnusableBackupException.Defect.DAMAGED, temporary.resolve("entries-changed"));
    rewrite(changed, entries -> {
      entries.put("keys/seal.key", "0".repeat(65).getBytes(StandardCharsets.US_ASCII));
      return entries;
    });
    assertRefused(
        changed, UnusableBackupException.Defect.DAMAGED, temporary.resolve("entries-changed"));
  }

  @Test
  void restore_fileNotThere_isNoFaultOfTheFolder() {
    assertThatThrownBy(() -> Backup.restore(temporary.resolve("none"), temporary.resolve("y")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
  }

  /// Writes the entries of the small backup, changed, and the large ones as they are.
  private static void rewrite(Path file, UnaryOperator<Map<String, byte[]>> change)
      throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(small.toFile());
        ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(file))) {
      copy.setLevel(1);
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
      for (Map.Entry<String, byte[]> entry : change.apply(entries).entrySet()) {
        copy.putNextEntry(new ZipEntry(entry.getKey()));
        copy.write(entry.getValue());
      }
    }
  }

  /// Transactions, dropped tables and checkpoints, until it is closed.
  private static final class Load implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile long committed;
    private volatile boolean ending;
    private volatile @Nullable Exception failure;

    private Load(EmbeddedPostgres postgres) {
      this.postgres = postgres;
    }

    static Load on(EmbeddedPostgres postgres) {
      Load load = new Load(postgres);
      load.threads.execute(() -> load.loop(Rows::connect, load::transfer));
      load.threads.execute(() -> load.loop(Rows::connect, load::makeAndDrop));
      load.threads.execute(() -> load.loop(_ -> postgres.administratorConnection(), load::recycle));
      return load;
    }

    @FunctionalInterface
    private interface Opening {
      Connection of(PostgresAccess access) throws Exception;
    }

    @FunctionalInterface
    private interface Work {
      void on(Connection connection, Statement statement) throws Exception;
    }

    private void loop(Opening opening, Work work) {
      try (Connection connection = opening.of(postgres.access());
          Statement statement = connection.createStatement()) {
        while (!ending) {
          work.on(connection, statement);
        }
      } catch (Exception e) {
        failure = e;
      }
    }

    private void transfer(Connection connection, Statement statement) throws Exception {
      connection.setAutoCommit(false);
      long n = committed + 1;
      String row = "(" + n + ", repeat(md5('" + n + "'), 50))";
      statement.execute("insert into debit values " + row);
      statement.execute("insert into credit values " + row);
      connection.commit();
      committed = n;
    }

    private void makeAndDrop(Connection connection, Statement statement) throws Exception {
      statement.execute("create table passing as select generate_series(1, 5000) as n");
      statement.execute("create index on passing (n)");
      statement.execute("drop table passing");
    }

    /// Gives the server every chance to throw away the log that the backup needs.
    private void recycle(Connection connection, Statement statement) throws Exception {
      statement.execute("select pg_switch_wal()");
      statement.execute("checkpoint");
    }

    long committed() {
      return committed;
    }

    long awaitCommitted(long least) throws Exception {
      Eventually.await(() -> committed >= least || failure != null);
      assertThat(failure).isNull();
      return committed;
    }

    @Override
    public void close() {
      ending = true;
      threads.close();
      assertThat(failure).isNull();
    }
  }
}
