package org.vigie.server.policy.revising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// The settings under `vigie.policy`.
final class PolicySettingsTest {
  private static PolicySettings bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("vigie.policy", PolicySettings.class);
  }

  @Test
  void defaults_withoutSettings_areNoFileAndOneSecond() {
    assertThat(bound(Map.of())).isEqualTo(new PolicySettings("", Duration.ofSeconds(1)));
    assertThat(bound(Map.of()).path()).isEmpty();
  }

  @Test
  void keys_whenSet_areRead() {
    PolicySettings settings =
        bound(Map.of("vigie.policy.file", "/etc/vigie/policy.yaml", "vigie.policy.refresh", "5s"));
    assertThat(settings.path()).contains(Path.of("/etc/vigie/policy.yaml"));
    assertThat(settings.refresh()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void refresh_outOfRange_isRefused() {
    assertThatThrownBy(() -> new PolicySettings("", Duration.ofMillis(99)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("vigie.policy.refresh");
    assertThatThrownBy(() -> new PolicySettings("", Duration.ofSeconds(61)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
