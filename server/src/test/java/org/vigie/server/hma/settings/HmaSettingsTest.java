package org.vigie.server.hma.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/// The settings under `vigie.hma`.
final class HmaSettingsTest {
  private static HmaSettings bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("vigie.hma", HmaSettings.class);
  }

  @Test
  void defaults_withoutSettings_areThoseOfTheDocumentation() {
    assertThat(bound(Map.of()))
        .isEqualTo(new HmaSettings(
            "other-violation-of-terms", DataSize.ofMegabytes(100), Duration.ofSeconds(30)));
  }

  @Test
  void keys_whenSet_areRead() {
    assertThat(bound(Map.of(
            "vigie.hma.category", "phishing",
            "vigie.hma.max-media", "5MB",
            "vigie.hma.fetch-deadline", "10s")))
        .isEqualTo(new HmaSettings("phishing", DataSize.ofMegabytes(5), Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @CsvSource({
    "Phishing, 5, 10, vigie.hma.category",
    "phishing, 0, 10, vigie.hma.max-media",
    "phishing, 1025, 10, vigie.hma.max-media",
    "phishing, 5, 0, vigie.hma.fetch-deadline",
    "phishing, 5, 301, vigie.hma.fetch-deadline",
  })
  void values_outOfRange_areRefusedByTheirKey(
      String category, long megabytes, long seconds, String key) {
    assertThatThrownBy(() ->
            new HmaSettings(category, DataSize.ofMegabytes(megabytes), Duration.ofSeconds(seconds)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(key);
  }
}
