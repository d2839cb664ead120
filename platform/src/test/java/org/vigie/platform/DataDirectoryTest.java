package org.vigie.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.UnusableDataDirectoryException.Defect;

/// Which folders become a data directory, and who may hold one.
class DataDirectoryTest {
  @TempDir
  Path temporary;

  private static void assertUnusable(Path folder, Defect defect, String words) {
    AbstractThrowableAssert<?, ?> thrown = assertThatThrownBy(() -> DataDirectory.open(folder));
    thrown.hasMessageContaining(folder.toString()).hasMessageContaining(words);
    assertThat(thrown.actual().getMessage()).doesNotContain("\n");
    thrown
        .asInstanceOf(type(UnusableDataDirectoryException.class))
        .extracting(UnusableDataDirectoryException::defect)
        .isEqualTo(defect);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void open_newFolder_makesTheLayoutForItsOwnerOnly() throws IOException {
    try (DataDirectory directory = DataDirectory.open(temporary.resolve("a/b"))) {
      assertThat(directory.root()).isEqualTo(temporary.toRealPath().resolve("a/b"));
      assertThat(mode(directory.root())).isEqualTo(OwnUser.isRoot() ? "rwx--x--x" : "rwx------");
      assertThat(mode(directory.keys())).isEqualTo("rwx------");
      assertThat(mode(directory.postgres())).isEqualTo("rwx------");
      assertThat(mode(directory.index())).isEqualTo("rwx------");
      assertThat(mode(directory.logs())).isEqualTo("rwx------");
      assertThat(directory.root().resolve("VERSION")).hasContent("1\n");
    }
  }

  @Test
  void open_heldByThisProcess_isRefusedAndStaysHeld() throws IOException {
    try (DataDirectory directory = DataDirectory.open(temporary.resolve("d"))) {
      Path link = Files.createSymbolicLink(temporary.resolve("link"), directory.root());
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> DataDirectory.open(link))
            .isInstanceOf(DataDirectoryInUseException.class)
            .hasMessageContaining("process " + ProcessHandle.current().pid());
      }
    }
  }

  @Test
  void open_closedBefore_isHeldAgain() {
    DataDirectory.open(temporary.resolve("d")).close();
    try (DataDirectory again = DataDirectory.open(temporary.resolve("d"))) {
      assertThat(again.keys()).isDirectory();
    }
  }

  @Test
  void open_file_isNotADirectory() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    assertUnusable(file, Defect.NOT_A_DIRECTORY, "--data");
  }

  @Test
  void open_folderWithOtherContent_isLeftAsItWas() throws IOException {
    Path home = Files.createDirectory(temporary.resolve("home"));
    Files.writeString(home.resolve("letter.txt"), "x");
    String before = mode(home);
    assertUnusable(home, Defect.NOT_OURS, "VERSION");
    assertThat(mode(home)).isEqualTo(before);
    assertThat(home).isDirectoryNotContaining(path -> !path.endsWith("letter.txt"));
  }

  @Test
  void open_layoutOfLaterVersion_isRefused() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("d"));
    Files.writeString(folder.resolve("VERSION"), "2\n");
    assertUnusable(folder, Defect.MADE_BY_NEWER_VIGIE, "layout 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "x\n", "1\n1\n", "01\n", " 1\n", "1\r\n", "99999999999\n"})
  void open_versionNotOneNumber_isDamaged(String text) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("d"));
    Files.writeString(folder.resolve("VERSION"), text);
    assertUnusable(folder, Defect.DAMAGED, "VERSION");
  }
}
