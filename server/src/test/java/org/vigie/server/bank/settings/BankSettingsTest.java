package org.vigie.server.bank.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/// The settings under `vigie.bank`.
final class BankSettingsTest {
  private static BankSettings bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate(
            "vigie.bank",
            Bindable.of(BankSettings.class),
            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, unbound -> true));
  }

  @Test
  void defaults_withoutSettings_areThoseOfTheDocumentation() {
    assertThat(bound(Map.of()))
        .isEqualTo(new BankSettings(
            Path.of("data/index"),
            Path.of("data/index/imports"),
            DataSize.ofGigabytes(1),
            new BankSettings.FloodSettings(Duration.ofHours(1), 200, 0.02)));
  }

  @Test
  void keys_whenSet_areRead() {
    assertThat(bound(Map.of(
            "vigie.bank.index-directory", "/srv/vigie/index",
            "vigie.bank.import-directory", "/srv/vigie/imports",
            "vigie.bank.max-import-size", "5MB",
            "vigie.bank.flood.window", "10m",
            "vigie.bank.flood.contents", "7",
            "vigie.bank.flood.share", "0.5")))
        .isEqualTo(new BankSettings(
            Path.of("/srv/vigie/index"),
            Path.of("/srv/vigie/imports"),
            DataSize.ofMegabytes(5),
            new BankSettings.FloodSettings(Duration.ofMinutes(10), 7, 0.5)));
  }

  @ParameterizedTest
  @CsvSource({
    "max-import-size, 1B",
    "flood.window, 1m",
    "flood.window, 1d",
    "flood.contents, 1",
    "flood.share, 0",
    "flood.share, 1"
  })
  void values_atTheirLimits_areRead(String key, String value) {
    assertThat(bound(Map.of("vigie.bank." + key, value))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "max-import-size, 0B",
    "max-import-size, -1MB",
    "flood.window, 59s",
    "flood.window, 25h",
    "flood.contents, 0",
    "flood.share, -0.01",
    "flood.share, 1.01",
    "flood.share, NaN"
  })
  void values_outOfRange_areRefusedByTheirKey(String key, String value) {
    assertThatThrownBy(() -> bound(Map.of("vigie.bank." + key, value)))
        .isInstanceOf(BindException.class)
        .rootCause()
        .hasMessageContaining("vigie.bank." + key);
  }

  @Test
  void key_unknown_isAnError() {
    assertThatThrownBy(() -> bound(Map.of("vigie.bank.flood.limit", "7")))
        .isInstanceOf(BindException.class);
  }
}
