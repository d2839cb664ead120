package org.vigie.platform.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.platform.DataDirectory;

/// Blobs as files, whole or not there.
final class FolderBlobsTest extends BlobStoreContract {
  @TempDir
  Path temporary;

  @Override
  BlobStore store() throws IOException {
    return FolderBlobs.in(temporary);
  }

  @Test
  void put_content_isAFileNamedByItsDigestForItsOwnerOnly() throws IOException {
    Path folder = temporary.resolve("not/there/blobs");
    FolderBlobs blobs = FolderBlobs.in(folder);
    assertThat(blobs.put(out -> out.write(ascii("abc")))).isEqualTo(new BlobAddress(ABC));
    Path file = folder.resolve("ba").resolve("78").resolve(ABC);
    assertThat(file).hasContent("abc");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(blobs.isShared()).isFalse();
    assertThat(folder).isDirectoryNotContaining("glob:**.unfinished-*");
  }

  @Test
  void put_sameBytesAgain_areYoungAgain() throws IOException {
    FolderBlobs blobs = FolderBlobs.in(temporary);
    BlobAddress address = blobs.put(out -> out.write(ascii("abc")));
    Instant old = Instant.now().minus(Duration.ofDays(3));
    Path file = temporary.resolve("ba").resolve("78").resolve(ABC);
    Files.setLastModifiedTime(file, FileTime.from(old));
    assertThat(blobs.put(out -> out.write(ascii("abc")))).isEqualTo(address);
    blobs.walk(blob -> assertThat(blob.since()).isAfter(old.plus(Duration.ofDays(2))));
  }

  @Test
  void put_contentThatFails_leavesNothing() throws IOException {
    FolderBlobs blobs = FolderBlobs.in(temporary);
    assertThatThrownBy(() -> blobs.put(out -> {
          out.write(new byte[100_000]);
          throw new IOException("broken off");
        }))
        .hasMessage("broken off");
    assertThat(temporary).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ba78", "../../../../etc/passwd", "BA7816", " "})
  void address_thatIsNone_isRefused(String text) {
    assertThatThrownBy(() -> new BlobAddress(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dataDirectory_ofBefore_getsItsFolderAtTheNextStart() throws IOException {
    Path root = temporary.resolve("data");
    DataDirectory.open(root).close();
    Files.delete(root.resolve("blobs"));
    try (DataDirectory directory = DataDirectory.open(root)) {
      assertThat(directory.blobs()).isEmptyDirectory();
    }
  }

  @Test
  void removeUnfinished_afterABrokenOffPut_removesOnlyWhatIsOld() throws IOException {
    FolderBlobs blobs = FolderBlobs.in(temporary);
    blobs.put(out -> out.write(ascii("abc")));
    Path old = Files.writeString(temporary.resolve(".unfinished-1"), "half");
    Path young = Files.writeString(temporary.resolve(".unfinished-2"), "half");
    Instant moment = Instant.now().minus(Duration.ofDays(1));
    Files.setLastModifiedTime(old, FileTime.from(moment.minusSeconds(1)));
    blobs.removeUnfinished(moment);
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(walked(blobs)).containsOnlyKeys(ABC);
  }

  /// Puts blobs until it is killed, and says which are there.
  static final class Putting {
    private Putting() {}

    public static void main(String[] arguments) throws IOException {
      FolderBlobs blobs = FolderBlobs.in(Path.of(arguments[0]));
      Random random = new Random();
      while (true) {
        byte[] content = new byte[3_000_000];
        random.nextBytes(content);
        System.out.println(blobs.put(out -> out.write(content)).sha256());
      }
    }
  }

  @Test
  @Timeout(120)
  void put_processKilled_leavesWholeBlobsOnly() throws Exception {
    List<String> told = new ArrayList<>();
    for (int round = 1; round <= 3; round++) {
      Process process = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Putting.class.getName(),
              temporary.toString())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      try (BufferedReader out = process.inputReader()) {
        for (int i = 0; i < 3 * round; i++) {
          told.add(String.valueOf(out.readLine()));
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    FolderBlobs blobs = FolderBlobs.in(temporary);
    assertThat(walked(blobs)).containsKeys(told.toArray(String[]::new));
    blobs.walk(blob -> {
      assertThat(blob.bytes()).isEqualTo(3_000_000);
      assertThat(Files.readAllBytes(temporary
              .resolve(blob.address().sha256().substring(0, 2))
              .resolve(blob.address().sha256().substring(2, 4))
              .resolve(blob.address().sha256())))
          .satisfies(bytes -> assertThat(sha256(bytes)).isEqualTo(blob.address().sha256()));
    });
    blobs.removeUnfinished(Instant.now().plusSeconds(60));
    assertThat(temporary).isDirectoryNotContaining("glob:**.unfinished-*");
  }
}
