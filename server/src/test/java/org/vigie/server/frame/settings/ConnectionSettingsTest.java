package org.vigie.server.frame.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class ConnectionSettingsTest {
  @Test
  void settings_unset_haveTheirDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(new ConnectionSettings(12, Duration.ofSeconds(20), List.of()));
  }

  @Test
  void settings_set_areTaken() {
    assertThat(bind(Map.of(
            "vigie.connections.network-share", "3",
            "vigie.connections.head-deadline", "7s",
            "vigie.connections.proxies", "10.0.0.5, 2001:db8::5")))
        .isEqualTo(
            new ConnectionSettings(3, Duration.ofSeconds(7), List.of("10.0.0.5", "2001:db8::5")));
  }

  @ParameterizedTest
  @CsvSource({
    "vigie.connections.network-share, 0",
    "vigie.connections.network-share, 101",
    "vigie.connections.head-deadline, 999ms",
    "vigie.connections.head-deadline, 601s",
    "vigie.connections.proxies, proxy.example",
    "vigie.connections.proxies, 0.0.0.0",
    "vigie.connections.proxies, 10.0.0.0/8"
  })
  void setting_outOfRange_isRefusedByName(String key, String value) {
    assertThatThrownBy(() -> bind(Map.of(key, value))).rootCause().hasMessageStartingWith(key);
  }

  private static ConnectionSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("vigie.connections", ConnectionSettings.class);
  }
}
