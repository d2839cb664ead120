package org.vigie.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stranger's damaged file leaves nothing in the log of the process that reads it.
@Tag("slow")
class StandardErrorTest {
  private static final String LAST = "all were read";

  /// The reading process: only its parent sees output of a native library to descriptor 2.
  static final class Reading {
    private Reading() {}

    /// Reads one damaged picture after another.
    ///
    /// @param arguments none
    public static void main(String... arguments) {
      LumaSource source = LumaSources.inProcess();
      Random random = new Random(7);
      for (String name : new String[] {"photo-444.jpg", "photo-gray.jpg"}) {
        byte[] whole = VectorFile.named(name).bytes();
        for (int file = 0; file < 60; file++) {
          Outcomes.decode(source, damaged(whole, random));
        }
      }
      System.err.println(LAST);
    }

    private static byte[] damaged(byte[] whole, Random random) {
      byte[] damaged = whole.clone();
      for (int flip = 0; flip < 5; flip++) {
        damaged[whole.length / 2 + random.nextInt(whole.length / 2)] ^=
            (byte) (1 + random.nextInt(255));
      }
      return damaged;
    }
  }

  @Test
  void decode_damagedJpegs_writesNothingToStandardError(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path err = folder.resolve("err");
    Process reading = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Reading.class.getName())
        .redirectError(err.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();

    assertThat(reading.waitFor()).isZero();
    assertThat(Files.readAllLines(err))
        .filteredOn(StandardErrorTest::isOfAReader)
        .containsExactly(LAST);
  }

  /// The JVM may name options of its environment.
  private static boolean isOfAReader(String line) {
    return !line.startsWith("Picked up ") && !line.startsWith("WARNING: ");
  }
}
