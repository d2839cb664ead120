package org.vigie.server.review.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class ReviewSettingsTest {
  private static ReviewSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("vigie.review", ReviewSettings.class);
  }

  @Test
  void settings_unset_haveTheirDefaults() {
    assertThat(bind(Map.of()))
        .isEqualTo(new ReviewSettings(
            Duration.ofMinutes(10),
            Duration.ofSeconds(10),
            new ReviewSettings.Exposure(240, 1_200, Duration.ofMinutes(15))));
  }

  @Test
  void settings_allSet_areTaken() {
    assertThat(bind(Map.of(
            "vigie.review.lock", "5m",
            "vigie.review.undo", "0s",
            "vigie.review.exposure.stretch", "50",
            "vigie.review.exposure.day", "500",
            "vigie.review.exposure.pause", "30m")))
        .isEqualTo(new ReviewSettings(
            Duration.ofMinutes(5),
            Duration.ZERO,
            new ReviewSettings.Exposure(50, 500, Duration.ofMinutes(30))));
  }

  @ParameterizedTest
  @CsvSource({"lock, 59s", "lock, 9h", "undo, 61m", "exposure.stretch, 7", "exposure.pause, 1s"})
  void setting_outOfRange_isRefusedByName(String name, String value) {
    assertThatThrownBy(() -> bind(Map.of("vigie.review." + name, value)))
        .rootCause()
        .hasMessageStartingWith("vigie.review." + name + " is out of range");
  }
}
