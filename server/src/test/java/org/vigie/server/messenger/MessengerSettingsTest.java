package org.vigie.server.messenger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.vigie.connector.MessengerId;

final class MessengerSettingsTest {
  private static Messengers bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("vigie.messengers", MessengerSettings.class)
        .served();
  }

  @Test
  void setting_unset_isMain() {
    assertThat(bind(Map.of())).isEqualTo(new Messengers(List.of(new MessengerId("main"))));
  }

  @Test
  void setting_ofSeveral_isTakenInOrder() {
    Messengers messengers = bind(Map.of("vigie.messengers.names", "forum-eu,chat"));

    assertThat(messengers.all())
        .containsExactly(new MessengerId("forum-eu"), new MessengerId("chat"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "chat,chat", "Chat", "a b"})
  void setting_outOfRange_isRefusedByItsName(String names) {
    assertThatThrownBy(() -> bind(Map.of("vigie.messengers.names", names)))
        .hasStackTraceContaining("vigie.messengers.names has");
  }
}
