package org.vigie.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.vigie.platform.postgres.Rows.query;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.DurableFiles;
import org.vigie.platform.OwnUser;
import org.vigie.platform.UnusableDataDirectoryException;
import org.vigie.platform.UnusableDataDirectoryException.Defect;

/// Users, owners and media, which only root can set up: skipped for everybody else.
@Tag("slow")
@Timeout(180)
class RootTest {
  private static final int NOBODY = 65_534;
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

  /// The class path of a host for `nobody`, made when the first test asks for it.
  private static String classPath = "";

  private static Path library = Path.of("");

  /// A folder that everybody may pass, unlike those of JUnit.
  private Path open = Path.of("");

  @BeforeAll
  static void makeLibrary() throws IOException {
    library = Files.createTempDirectory("vigie-root-library-");
    DurableFiles.permit(library, "rwxr-xr-x");
  }

  @AfterAll
  static void removeLibrary() throws IOException {
    DurableFiles.deleteTree(library);
  }

  @BeforeEach
  void make() throws IOException {
    assumeThat(OwnUser.isRoot()).as("runs as root").isTrue();
    open = Files.createTempDirectory("vigie-root-test-");
    DurableFiles.permit(open, "rwxr-xr-x");
  }

  @AfterEach
  void remove() throws IOException {
    if (OwnUser.isRoot()) {
      DurableFiles.deleteTree(open);
    }
  }

  private static Object uid(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid");
  }

  private static Path process(Path folder) throws IOException {
    return Path.of("/proc", Long.toString(Host.postmasterIn(folder).pid()));
  }

  @Test
  void start_asRoot_runsAsTheUserWhoOwnsTheFilesThen() throws Exception {
    Path folder = open.resolve("data");
    for (int i = 0; i < 2; i++) {
      try (DataDirectory directory = DataDirectory.open(folder);
          EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory))) {
        assertThat(query(postgres.access(), "select 1")).isEqualTo("1");
        assertThat(uid(directory.postgres())).isNotEqualTo(0);
        assertThat(uid(process(folder))).isEqualTo(uid(directory.postgres()));
        assertThat(uid(directory.keys())).isEqualTo(0);
        assertThat(uid(directory.postgres().resolve("data/base")))
            .isEqualTo(uid(directory.postgres()));
      }
    }
  }

  @Test
  void start_asRootWhereOthersCannotPass_runsWithoutRootsPower() throws Exception {
    DurableFiles.permit(open, "rwx------");
    Path folder = open.resolve("data");
    try (DataDirectory directory = DataDirectory.open(folder);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory))) {
      assertThat(query(postgres.access(), "select 1")).isEqualTo("1");
      assertThat(uid(directory.postgres())).isEqualTo(0);
      Path ownNamespace = Files.readSymbolicLink(Path.of("/proc/self/ns/user"));
      assertThat(Files.readSymbolicLink(process(folder).resolve("ns/user")))
          .isNotEqualTo(ownNamespace);
      assertThat(Files.readAllLines(process(folder).resolve("status")))
          .contains("CapEff:\t0000000000000000");
    }
  }

  @Test
  void start_asNobody_needsNoRootAndRootMayFollow() throws Exception {
    Path home = nobodysHome();
    Path folder = home.resolve("data");
    try (Host host = Host.start(folder, ParentWatch.KERNEL, AS_NOBODY, readableClassPath())) {
      assertThat(query(host.access(), "select 1")).isEqualTo("1");
      assertThat(uid(process(folder))).isEqualTo(NOBODY);
      assertThat(home.resolve("cache/vigie")).isDirectory();
    }
    try (DataDirectory directory = DataDirectory.open(folder);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory))) {
      assertThat(query(postgres.access(), "select 1")).isEqualTo("1");
      assertThat(uid(process(folder))).isEqualTo(NOBODY);
    }
  }

  @Test
  void twoFirstStarts_ofOneUser_unpackOnce() throws Exception {
    Path home = nobodysHome();
    String classPath = readableClassPath();
    try (Host one = Host.start(home.resolve("1"), ParentWatch.KERNEL, AS_NOBODY, classPath);
        Host two = Host.start(home.resolve("2"), ParentWatch.KERNEL, AS_NOBODY, classPath)) {
      assertThat(query(one.access(), "select 1")).isEqualTo("1");
      assertThat(query(two.access(), "select 1")).isEqualTo("1");
    }
    try (Stream<Path> content = Files.list(home.resolve("cache/vigie"))) {
      assertThat(content.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              PostgresArchive.forThisMachine().folder(),
              PostgresArchive.forThisMachine().folder() + ".lock");
    }
  }

  @Test
  void open_folderOfAnother_saysThatThisUserMayNotWrite() throws Exception {
    Path folder = Files.createDirectory(open.resolve("roots"));
    DurableFiles.permit(folder, "rwxr-xr-x");
    try (Host host = Host.start(folder, ParentWatch.KERNEL, AS_NOBODY, readableClassPath())) {
      assertThat(host.line())
          .startsWith("failed UnusableDataDirectoryException: the data directory " + folder)
          .contains("this user may not write to");
    }
  }

  private Path nobodysHome() throws IOException {
    Path home = Files.createDirectory(open.resolve("home"));
    Files.setAttribute(home, "unix:uid", NOBODY);
    return home;
  }

  private static String readableClassPath() throws IOException {
    if (classPath.isEmpty()) {
      classPath = copiedClassPath();
    }
    return classPath;
  }

  /// Copies the class path to a folder that `nobody` can read, without other machines' files.
  private static String copiedClassPath() throws IOException {
    List<String> copies = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (Files.exists(Path.of(entry)) && !entry.contains("darwin") && !entry.contains("arm64")) {
        Path copy = library.resolve(Integer.toString(copies.size()));
        copyTree(Path.of(entry), copy);
        copies.add(copy.toString());
      }
    }
    return String.join(File.pathSeparator, copies);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        DurableFiles.permit(copy, Files.isDirectory(copy) ? "rwxr-xr-x" : "rw-r--r--");
      }
    }
  }

  @Test
  void start_mediumFull_isOneSentenceAndWorksWhenThereIsRoom() throws Exception {
    Path medium = mount("size=16m");
    try (DataDirectory directory = DataDirectory.open(medium.resolve("data"))) {
      PostgresSettings settings = PostgresSettings.in(directory);
      assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
          .isInstanceOf(PostgresUnavailableException.class)
          .hasMessageContaining("No space left on device")
          .hasMessageNotContaining("\n");
      assertThat(directory.postgres().resolve("data")).doesNotExist();
      run("mount", "-o", "remount,size=200m", medium.toString());
      EmbeddedPostgres.start(settings).close();
      fill(medium.resolve("rest"));
      assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
          .isInstanceOf(PostgresUnavailableException.class)
          .hasMessageContaining("No space left on device");
      Files.delete(medium.resolve("rest"));
      EmbeddedPostgres.start(settings).close();
    } finally {
      run("umount", medium.toString());
    }
  }

  @Test
  void make_mediumFull_leavesNothingBehindAndElsewhereItCanBeRestored() throws Exception {
    Path medium = mount("size=2m");
    PreparedData.copyTo(open.resolve("data"));
    try (DataDirectory directory = DataDirectory.open(open.resolve("data"));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory))) {
      assertThatThrownBy(
              () -> new Backup(InstantSource.system()).make(postgres, medium.resolve("backup")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("No space left on device");
      assertThat(medium).isEmptyDirectory();
      assertThat(query(postgres.access(), "select 1")).isEqualTo("1");
      restoreAsAnotherUser(postgres);
    } finally {
      run("umount", medium.toString());
    }
  }

  /// Files that root restores are given to the user that PostgreSQL then runs as.
  private void restoreAsAnotherUser(EmbeddedPostgres postgres) throws Exception {
    Path file = open.resolve("backup");
    Path folder = open.resolve("restored");
    new Backup(InstantSource.system()).make(postgres, file);
    Backup.restore(file, folder);
    assertThat(uid(folder.resolve("postgres"))).isEqualTo(0);
    try (DataDirectory directory = DataDirectory.open(folder);
        EmbeddedPostgres restored = EmbeddedPostgres.start(PostgresSettings.in(directory))) {
      assertThat(query(restored.access(), "select 1")).isEqualTo("1");
      assertThat(uid(process(folder))).isNotEqualTo(0).isEqualTo(uid(directory.postgres()));
    }
  }

  private static void fill(Path file) {
    assertThatThrownBy(() -> Files.write(file, new byte[300_000_000]))
        .hasMessageContaining("No space left");
  }

  @Test
  void open_mediumReadOnly_saysSo() throws Exception {
    Path medium = mount("size=16m");
    try {
      DataDirectory.open(medium.resolve("data")).close();
      run("mount", "-o", "remount,ro", medium.toString());
      for (String name : List.of("data", "new")) {
        assertThatThrownBy(() -> DataDirectory.open(medium.resolve(name)))
            .isInstanceOfSatisfying(
                UnusableDataDirectoryException.class,
                e -> assertThat(e.defect()).isEqualTo(Defect.NOT_WRITABLE))
            .hasMessageContaining("Read-only file system");
      }
    } finally {
      run("umount", medium.toString());
    }
  }

  private Path mount(String options) throws IOException {
    Path medium = Files.createDirectory(open.resolve("medium"));
    boolean mounted = Command.of("mount", "-t", "tmpfs", "-o", options, "tmpfs", medium.toString())
        .succeeds();
    assumeThat(mounted).as("may mount").isTrue();
    return medium;
  }

  private static void run(String... words) {
    assertThat(Command.of(words).succeeds()).as(String.join(" ", words)).isTrue();
  }
}
