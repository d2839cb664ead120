package org.vigie.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.DataDirectory;

/// Every default, and every bound.
class PostgresSettingsTest {
  @TempDir
  Path folder;

  private DataDirectory directory;

  @BeforeEach
  void open() {
    directory = DataDirectory.open(folder.resolve("d"));
  }

  @AfterEach
  void close() {
    directory.close();
  }

  @Test
  void settings_notSaidOtherwise_areTheDefaults() {
    assertThat(PostgresSettings.in(directory))
        .isEqualTo(new PostgresSettings(directory, 0, 60, 128, Duration.ofMinutes(5)));
  }

  @Test
  void settings_changed_changeNothingElse() {
    PostgresSettings changed = PostgresSettings.in(directory)
        .withPort(5433)
        .withMaxConnections(20)
        .withSharedBuffersMegabytes(64)
        .withPatience(Duration.ofSeconds(9));
    assertThat(changed)
        .isEqualTo(new PostgresSettings(directory, 5433, 20, 64, Duration.ofSeconds(9)));
  }

  @Test
  void settings_outOfRange_areRefusedByName() {
    PostgresSettings settings = PostgresSettings.in(directory);
    assertRefused(() -> settings.withPort(-1), "port");
    assertRefused(() -> settings.withPort(65_536), "port");
    assertRefused(() -> settings.withMaxConnections(9), "maxConnections");
    assertRefused(() -> settings.withMaxConnections(1001), "maxConnections");
    assertRefused(() -> settings.withSharedBuffersMegabytes(15), "sharedBuffersMegabytes");
    assertRefused(() -> settings.withSharedBuffersMegabytes(65_537), "sharedBuffersMegabytes");
    assertRefused(() -> settings.withPatience(Duration.ZERO), "patience");
  }

  private static void assertRefused(ThrowingCallable change, String name) {
    assertThatThrownBy(change)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }
}
