package org.vigie.server.frame.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

final class EdgeSettingsTest {
  private static final long MEGABYTE = 1 << 20;

  @Test
  void settings_unset_haveTheirDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(new EdgeSettings(
            50, 12, DataSize.ofKilobytes(64), DataSize.ofKilobytes(1), DataSize.ofBytes(0), 0));
  }

  @Test
  void settings_set_areTaken() {
    assertThat(bind(Map.of(
            "vigie.edge.key-share", "70",
            "vigie.edge.stranger-share", "5",
            "vigie.edge.max-form-body", "8KB",
            "vigie.edge.min-body-rate", "10B",
            "vigie.edge.body-memory", "3MB",
            "vigie.edge.max-connections", "99")))
        .isEqualTo(new EdgeSettings(
            70, 5, DataSize.ofKilobytes(8), DataSize.ofBytes(10), DataSize.ofMegabytes(3), 99));
  }

  @ParameterizedTest
  @CsvSource({
    "vigie.edge.key-share, 0",
    "vigie.edge.key-share, 101",
    "vigie.edge.stranger-share, 0",
    "vigie.edge.stranger-share, 101",
    "vigie.edge.max-form-body, 3KB",
    "vigie.edge.max-form-body, 3MB",
    "vigie.edge.min-body-rate, 0B",
    "vigie.edge.min-body-rate, 2MB",
    "vigie.edge.body-memory, 1KB",
    "vigie.edge.max-connections, 63",
    "vigie.edge.max-connections, 65537"
  })
  void setting_outOfRange_isRefusedByName(String key, String value) {
    assertThatThrownBy(() -> bind(Map.of(key, value))).rootCause().hasMessageStartingWith(key);
  }

  @ParameterizedTest
  @CsvSource({"16, 64", "160, 320", "4096, 8192", "65536, 16384"})
  void connections_unset_fitIntoHalfOfTheHeap(long heapMegabytes, int expected) {
    assertThat(bind(Map.of()).connections(heapMegabytes * MEGABYTE)).isEqualTo(expected);
  }

  @Test
  void bodyMemory_unset_isAQuarterOfTheHeap() {
    assertThat(bind(Map.of()).bodyMemory(160 * MEGABYTE)).isEqualTo(40 * MEGABYTE);
    assertThat(bind(Map.of("vigie.edge.body-memory", "3MB")).bodyMemory(160 * MEGABYTE))
        .isEqualTo(3 * MEGABYTE);
  }

  @ParameterizedTest
  @CsvSource({"50, 16, 8", "12, 16, 1", "1, 8, 1", "100, 8, 8"})
  void share_ofPlaces_isAtLeastOne(int percent, int places, int expected) {
    assertThat(EdgeSettings.placesOf(percent, places)).isEqualTo(expected);
  }

  private static EdgeSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("vigie.edge", EdgeSettings.class);
  }
}
