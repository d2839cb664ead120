package org.vigie.server.frame.settings;

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

final class FrameSettingsTest {
  @Test
  void settings_unset_haveTheirDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(new FrameSettings(
            false, 0, DataSize.ofMegabytes(101), DataSize.ofMegabytes(2), Duration.ofMinutes(1)));
  }

  @Test
  void settings_set_areTaken() {
    assertThat(bind(Map.of(
            "vigie.frame.demo", "true",
            "vigie.frame.max-concurrent-calls", "5",
            "vigie.frame.max-body", "7MB",
            "vigie.frame.max-json-body", "6KB",
            "vigie.frame.body-deadline", "3s")))
        .isEqualTo(new FrameSettings(
            true, 5, DataSize.ofMegabytes(7), DataSize.ofKilobytes(6), Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @CsvSource({
    "vigie.frame.max-concurrent-calls, -1",
    "vigie.frame.max-concurrent-calls, 10001",
    "vigie.frame.max-body, 1023B",
    "vigie.frame.max-json-body, 0",
    "vigie.frame.body-deadline, 999ms",
    "vigie.frame.body-deadline, 2h"
  })
  void setting_outOfRange_isRefusedByName(String key, String value) {
    assertThatThrownBy(() -> bind(Map.of(key, value))).rootCause().hasMessageStartingWith(key);
  }

  @Test
  void calls_unset_areEightACore() {
    assertThat(bind(Map.of()).concurrentCalls(4)).isEqualTo(32);
    assertThat(bind(Map.of("vigie.frame.max-concurrent-calls", "5")).concurrentCalls(4))
        .isEqualTo(5);
  }

  private static FrameSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("vigie.frame", FrameSettings.class);
  }
}
