package org.vigie.server.operation.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.server.operation.console.RefusedException;

/// Made-up content and real content never meet in one folder.
final class InstallationTest {
  @TempDir
  private Path root;

  @Test
  void demo_overARealInstallation_isRefusedInOneSentence() {
    open(false);
    assertThatThrownBy(() -> open(true))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("real installation");
  }

  @Test
  void real_overADemo_isRefusedInOneSentence() {
    open(true);
    assertThatThrownBy(() -> open(false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("demonstration");
  }

  @Test
  void demo_overItself_isOpenedAgain() {
    open(true);
    open(true);
    assertThat(installation(true).exists()).isTrue();
  }

  @Test
  void folderThatIsNotThere_isNoInstallation() {
    assertThat(installation(false).exists()).isFalse();
  }

  private void open(boolean demo) {
    installation(demo).open().close();
  }

  private Installation installation(boolean demo) {
    return new Installation(root.resolve("data"), Optional.empty(), demo);
  }
}
