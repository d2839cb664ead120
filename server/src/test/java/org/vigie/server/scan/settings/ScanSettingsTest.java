package org.vigie.server.scan.settings;

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
import org.vigie.connector.Surface;

final class ScanSettingsTest {
  private static ScanSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("vigie.scan", ScanSettings.class);
  }

  @Test
  void settings_unset_haveTheirDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(new ScanSettings(
            Duration.ofSeconds(2),
            Duration.ofDays(30),
            true,
            false,
            false,
            new ScanSettings.Work(0, 100_000_000, DataSize.ofMegabytes(100))));
  }

  @Test
  void settings_allSet_areTaken() {
    assertThat(bind(Map.of(
            "vigie.scan.deadline", "5s",
            "vigie.scan.keep", "7d",
            "vigie.scan.keep-matched-media", "false",
            "vigie.scan.private-surfaces", "true",
            "vigie.scan.encrypted-surfaces", "true",
            "vigie.scan.work.decoders", "3",
            "vigie.scan.work.max-pixels", "1000",
            "vigie.scan.work.max-media", "2MB")))
        .isEqualTo(new ScanSettings(
            Duration.ofSeconds(5),
            Duration.ofDays(7),
            false,
            true,
            true,
            new ScanSettings.Work(3, 1_000, DataSize.ofMegabytes(2))));
  }

  @Test
  void surfaces_unlessSwitchedOn_arePublicOnly() {
    ScanSettings settings = bind(Map.of());

    assertThat(settings.scans(Surface.PUBLIC)).isTrue();
    assertThat(settings.scans(Surface.PRIVATE)).isFalse();
    assertThat(settings.scans(Surface.ENCRYPTED)).isFalse();
    assertThat(bind(Map.of("vigie.scan.private-surfaces", "true")).scans(Surface.ENCRYPTED))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "vigie.scan.deadline, 0s",
    "vigie.scan.deadline, 61s",
    "vigie.scan.keep, 23h",
    "vigie.scan.work.decoders, -1",
    "vigie.scan.work.max-pixels, 0",
    "vigie.scan.work.max-media, 2GB",
  })
  void setting_outOfRange_isRefusedByName(String name, String value) {
    assertThatThrownBy(() -> bind(Map.of(name, value)))
        .rootCause()
        .hasMessageContaining(name)
        .hasMessageContaining("out of range");
  }
}
