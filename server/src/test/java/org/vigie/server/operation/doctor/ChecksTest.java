package org.vigie.server.operation.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksTest {
  @TempDir
  private Path folder;

  @Test
  void jdk_ofAnotherVersion_isBroken() {
    assertThat(new JdkCheck(Runtime.Version.parse("24.0.1"), true).examine())
        .isInstanceOf(Outcome.Broken.class);
  }

  @Test
  void jdk_withoutVectors_isWorrying() {
    assertThat(new JdkCheck(Runtime.Version.parse("25.0.3"), false).examine())
        .isInstanceOf(Outcome.Worrying.class);
  }

  @Test
  void jdk_withVectors_isFine() {
    assertThat(new JdkCheck(Runtime.Version.parse("25"), true).examine())
        .isInstanceOf(Outcome.Fine.class);
  }

  @Test
  void disk_withAFileInPlaceOfTheFolder_isBroken() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(new DiskCheck(file.resolve("data"), total -> 0).examine())
        .isInstanceOf(Outcome.Broken.class);
  }

  @Test
  void disk_folderThatIsNotThereYet_isJudgedByTheOneAbove() {
    assertThat(new DiskCheck(folder.resolve("a/b"), total -> 0).examine().seen())
        .contains("MB free for");
  }

  @Test
  void disk_withLessRoomThanIsNeeded_isBrokenAndSaysHowMuch() {
    assertThat(new DiskCheck(folder, total -> Long.MAX_VALUE / 4).examine())
        .isInstanceOfSatisfying(
            Outcome.Broken.class,
            broken -> assertThat(broken.mend()).contains("vigie.disk.min-free"));
  }

  @Test
  void clock_beforeThisVigieWasWritten_isBroken() {
    ClockCheck check = new ClockCheck(() -> Instant.parse("1970-01-01T00:10:00Z"), folder);
    assertThat(check.examine()).isInstanceOf(Outcome.Broken.class);
  }

  @Test
  void clock_beforeTheLastStart_isBroken() throws Exception {
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    Path lock = Files.createFile(folder.resolve("vigie.lock"));
    Files.setLastModifiedTime(lock, FileTime.from(now.plusSeconds(3600)));
    assertThat(new ClockCheck(() -> now, folder).examine()).isInstanceOf(Outcome.Broken.class);
  }

  @Test
  void sandbox_thatThisVersionDoesNotHave_isSaidAndNothingMissing() {
    Outcome outcome = new SandboxCheck().examine();
    assertThat(outcome).isInstanceOf(Outcome.Fine.class);
    assertThat(outcome.seen()).startsWith("this version has none");
  }
}
