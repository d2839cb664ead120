package org.vigie.server.operation.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ModuleMigrationsTest {
  @Test
  void modules_areExactlyThoseWithMigrations() throws Exception {
    try (Stream<Path> folders = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(ModuleMigrations.MODULES)
          .containsExactlyInAnyOrderElementsOf(
              folders.map(folder -> folder.getFileName().toString()).toList());
    }
  }
}
