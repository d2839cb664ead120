package org.vigie.server.operation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.vigie.server.frame.UnusableSettingException;
import org.vigie.server.operation.console.FailureSentence;
import org.vigie.server.operation.console.RefusedException;
import org.vigie.server.operation.installation.Installation;

final class SettingsTest {
  @TempDir
  private Path folder;

  @Test
  void nothingSet_isThisMachineOnlyAndAnEmbeddedDatabase() {
    Settings settings = Settings.of(installation(Optional.empty()), Map.of());
    assertThat(settings.http()).isEqualTo(new HttpSettings("127.0.0.1", 8080));
    assertThat(settings.database()).isEqualTo(new DatabaseSettings("", "", "", 20));
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
            connections: 40
        """);
    Settings settings = Settings.of(installation(Optional.empty()), Map.of());
    assertThat(settings.http()).isEqualTo(new HttpSettings("0.0.0.0", 9999));
    assertThat(settings.database())
        .isEqualTo(new DatabaseSettings("jdbc:postgresql://db/vigie", "u", "p", 40));
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
        .hasMessageStartingWith("there is no " + absent + " to read settings from");
  }

  @Test
  void folderInPlaceOfTheFile_isRefused() throws Exception {
    Path place = Files.createDirectory(folder.resolve("vigie.yaml"));
    assertThatThrownBy(() -> Settings.of(installation(Optional.empty()), Map.of()))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("the settings in " + place + " cannot be read");
  }

  @Test
  void fileThatIsNoYaml_isRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("vigie.yaml"), "vigie:\n  http:\n  \tport: 80\n");
    assertThatThrownBy(() -> Settings.of(installation(Optional.empty()), Map.of()))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("the settings in " + file + " are not YAML in line 3, column 3: ")
        .message()
        .hasLineCount(1);
  }

  @Test
  void everyRecordOfSettings_isChecked() {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    assertThat(scanner.findCandidateComponents("org.vigie.server"))
        .extracting(BeanDefinition::getBeanClassName)
        .containsExactlyInAnyOrderElementsOf(SettingRecords.NAMES);
  }

  @ParameterizedTest
  @CsvSource({
    "vigie.http.prot: 80, there is no setting vigie.http.prot;",
    "vigie.htpp.port: 80, there is no setting vigie.htpp.port;",
    "vigie.scan.work.decoder: 1, there is no setting vigie.scan.work.decoder;",
    "vigie.policy.refresh: 1h, the setting vigie.policy cannot be used: vigie.policy.refresh has",
    "vigie.http.port: eighty, the setting vigie.http.port cannot be used:"
  })
  void check_ofAWrongSetting_isASentenceBeforeAnythingIsBegun(String line, String sentence)
      throws Exception {
    Files.writeString(folder.resolve("vigie.yaml"), line + "\n");
    Settings settings = Settings.of(installation(Optional.empty()), Map.of());
    assertThatThrownBy(settings::check)
        .satisfies(e -> assertThat(FailureSentence.of(e))
            .hasValueSatisfying(told -> assertThat(told).startsWith(sentence).hasLineCount(1)));
  }

  @Test
  void check_ofAWebhookWithAShortSecret_isASentenceWithoutTheSecret() throws Exception {
    Files.writeString(folder.resolve("vigie.yaml"), """
        vigie.webhook.receivers.chat:
          url: https://example.org/vigie
          keys:
            id: "2026-a"
            secret: tooShort
        """);
    Settings settings = Settings.of(installation(Optional.empty()), Map.of());
    assertThatThrownBy(settings::check)
        .satisfies(e -> assertThat(FailureSentence.of(e))
            .contains("the setting vigie.webhook.receivers.chat.keys cannot be used:"
                + " a secret has at least 32 bytes"));
  }

  @Test
  void settingThatOnlyTheServerCanJudge_isASentence() {
    RuntimeException failure = new IllegalStateException(
        "a bean", new UnusableSettingException("vigie.webhook.receivers.chta", "nobody knows it"));
    assertThat(FailureSentence.of(failure))
        .contains("the setting vigie.webhook.receivers.chta cannot be used: nobody knows it");
  }

  @Test
  void check_ofSettingsThatAreRight_passes() throws Exception {
    Files.writeString(folder.resolve("vigie.yaml"), """
        vigie:
          scan:
            keep: 180d
          access:
            baseUrl: https://vigie.example.org
            oidc:
              name: Example
        """);
    Settings settings = Settings.of(installation(Optional.empty()), Map.of());
    assertThat(settings.check()).isSameAs(settings);
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
        new DatabaseSettings("jdbc:postgresql://db/vigie?password=hidden", "u", "hidden", 20);
    assertThat(settings.toString()).doesNotContain("hidden");
  }

  private Installation installation(Optional<Path> config) {
    return new Installation(folder, config, false);
  }
}
