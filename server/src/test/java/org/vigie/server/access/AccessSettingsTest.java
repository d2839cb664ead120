package org.vigie.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class AccessSettingsTest {
  private static AccessSettings bind(Map<String, String> settings) {
    Binder binder = new Binder(new MapConfigurationPropertySource(settings));
    return binder.bindOrCreate(
        "vigie.access",
        Bindable.of(AccessSettings.class),
        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, unbound -> true));
  }

  @Test
  void settings_unset_areTheDefaults() {
    assertThat(bind(Map.of())).isEqualTo(new AccessSettings(true));
  }

  @Test
  void settings_set_mapToTheirKeys() {
    assertThat(bind(Map.of("vigie.access.hma-from-local", "false")))
        .isEqualTo(new AccessSettings(false));
  }

  @Test
  void settings_unknownKey_isAnError() {
    assertThatThrownBy(() -> bind(Map.of("vigie.access.hma-from-locals", "false")))
        .isInstanceOf(BindException.class);
  }
}
