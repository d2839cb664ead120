package org.vigie.cli.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWalkTest {
  @TempDir
  private Path root;

  @Test
  void folder_isWalkedDepthFirstSortedByName() throws IOException {
    for (String name : List.of("b", "a/z", "a/y/x", "a-b", "B", "é")) {
      write(name);
    }
    assertThat(walk(root)).containsExactly("B", "a/y/x", "a/z", "a-b", "b", "é");
  }

  @Test
  void roots_areWalkedInTheOrderGiven() throws IOException {
    write("b");
    write("a");
    assertThat(walk(root.resolve("b"), root.resolve("a"), root.resolve("b")))
        .containsExactly("b", "a", "b");
  }

  @Test
  void missingRoot_isUnreadable() {
    assertThat(walk(root.resolve("none"))).containsExactly("none NOT_FOUND");
  }

  @Test
  void linkToNothing_isUnreadable() throws IOException {
    link("link", "none");
    assertThat(walk(root)).containsExactly("link BROKEN_LINK");
  }

  @Test
  void linkToItself_isALoop() throws IOException {
    link("link", "link");
    assertThat(walk(root)).containsExactly("link LINK_LOOP");
  }

  @Test
  void linksToEachOther_areLoops() throws IOException {
    link("a", "b");
    link("b", "a");
    assertThat(walk(root)).containsExactly("a LINK_LOOP", "b LINK_LOOP");
  }

  @Test
  void linkToAFolderAbove_isALoopAndTheRestIsWalked() throws IOException {
    write("d/file");
    link("d/up", "..");
    assertThat(walk(root)).containsExactly("d/file", "d/up LINK_LOOP");
  }

  @Test
  void linksToFileAndFolder_areFollowed() throws IOException {
    write("d/file");
    link("to-d", "d");
    link("to-file", "d/file");
    assertThat(walk(root)).containsExactly("d/file", "to-d/file", "to-file");
  }

  @Test
  void rootThatIsALink_isFollowed() throws IOException {
    write("d/file");
    link("to-d", "d");
    assertThat(walk(root.resolve("to-d"))).containsExactly("to-d/file");
  }

  @Test
  void pipe_isNeverOpened() throws IOException, InterruptedException {
    makePipe(root.resolve("pipe"));
    assertThat(walk(root)).containsExactly("pipe NOT_A_FILE");
  }

  @Test
  void device_isNeverOpened() {
    Path device = Path.of("/dev/zero");
    assumeTrue(Files.exists(device), "this system has no /dev/zero");
    assertThat(new FileWalk(List.of(device)).next()).isInstanceOf(Found.Unreadable.class);
  }

  @Test
  void folderThatMayNotBeRead_isUnreadable() throws IOException {
    Path closed = Files.createDirectory(root.resolve("closed"));
    write("z");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(closed), "this user may read everything (root?)");
    assertThat(walk(root)).containsExactly("closed ACCESS_DENIED", "z");
  }

  @Test
  void emptyFolder_hasNoFiles() {
    assertThat(walk(root)).isEmpty();
  }

  static void makePipe(Path pipe) throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/mkfifo"))
            || Files.isExecutable(Path.of("/bin/mkfifo")),
        "this system has no mkfifo");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
    assertThat(mkfifo.waitFor()).isZero();
  }

  private void write(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  private void link(String name, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(name), Path.of(target));
  }

  private List<String> walk(Path... roots) {
    List<String> found = new ArrayList<>();
    new FileWalk(List.of(roots)).forEachRemaining(each -> found.add(show(each)));
    return found;
  }

  private String show(Found found) {
    String path = root.relativize(found.path()).toString();
    return switch (found) {
      case Found.RegularFile _ -> path;
      case Found.Unreadable(Path _, Failure failure) -> path + " " + failure.cause();
    };
  }
}
