package org.vigie.server.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
  @TempDir
  private Path folder;

  @Test
  void nothingSet_isThisMachineOnlyAndAnEmbeddedDatabase() {
    Settings settings = Settings.of(installation(Optional.empty()), Map.of());
    assertThat(settings.http()).isEqualTo(new HttpSettings("127.0.0.1", 8080));
    assertThat(settings.database()).isEqualTo(new DatabaseSettings("", "", ""));
    assertThat(settings.database().isExternal()).isFalse();
  }

  @Test
  void everyKey_isRead() throws Exception {
    Files.writeString(folder.resolve("vigie.yaml"), """
        vigie:
          http:
            address: 0.0.0.0
            port: 9999
          database:
            url: jdbc:postgresql://db/vigie
            user: u
            password: p
        """);
    Settings settings = Settings.of(installation(Optional.empty()), Map.of());
    assertThat(settings.http()).isEqualTo(new HttpSettings("0.0.0.0", 9999));
    assertThat(settings.database())
        .isEqualTo(new DatabaseSettings("jdbc:postgresql://db/vigie", "u", "p"));
    assertThat(settings.database().isExternal()).isTrue();
  }

  @Test
  void optionOfTheCommand_winsOverTheFile() throws Exception {
    Files.writeString(folder.resolve("vigie.yaml"), "vigie.http.port: 9999\n");
    Settings settings =
        Settings.of(installation(Optional.empty()), Map.of("vigie.http.port", 1234));
    assertThat(settings.http().port()).isEqualTo(1234);
  }

  @Test
  void fileThatWasAskedForAndIsNotThere_isRefused() {
    Path absent = folder.resolve("absent.yaml");
    assertThatThrownBy(() -> Settings.of(installation(Optional.of(absent)), Map.of()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(absent.toString());
  }

  @Test
  void fileThatIsNoYaml_isRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("vigie.yaml"), "vigie: [\n");
    assertThatThrownBy(() -> Settings.of(installation(Optional.empty()), Map.of()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("YAML");
  }

  @Test
  void unusablePort_isASentenceThatNamesTheSetting() {
    Settings settings =
        Settings.of(installation(Optional.empty()), Map.of("vigie.http.port", 65_536));
    assertThatThrownBy(settings::http)
        .satisfies(e -> assertThat(FailureSentence.of(e))
            .hasValue("the setting vigie.http cannot be used: a port is a number from 0 to 65535"));
  }

  @Test
  void database_asText_leavesThePasswordOut() {
    DatabaseSettings settings =
        new DatabaseSettings("jdbc:postgresql://db/vigie?password=hidden", "u", "hidden");
    assertThat(settings.toString()).doesNotContain("hidden");
  }

  private Installation installation(Optional<Path> config) {
    return new Installation(folder, config, false);
  }
}
