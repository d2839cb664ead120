package org.vigie.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.UnusableDataDirectoryException;

final class TownMarkTest {
  @TempDir
  private Path root;

  @Test
  void town_whoseMakingWasCutShort_isNotShown() throws IOException {
    try (DataDirectory directory = DataDirectory.open(root.resolve("data"))) {
      new TownMark(directory).set();
      TownMark later = new TownMark(directory);

      assertThatThrownBy(later::refuseHalfATown)
          .isInstanceOf(UnusableDataDirectoryException.class)
          .hasMessageContaining("delete the folder and start again");
      later.remove();
      assertThatCode(later::refuseHalfATown).doesNotThrowAnyException();
    }
  }
}
