package org.vigie.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat",
        "c",
        "forum-eu-2",
        "x23456789-123456789-123456789-123456789-123456789-123456789-123"
      })
  void messengerId_inItsForm_isTaken(String name) {
    assertThat(new MessengerId(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Chat",
        "2chat",
        "-chat",
        "chat ",
        "chät",
        "chat\n",
        "chat.eu",
        "x23456789-123456789-123456789-123456789-123456789-123456789-1234"
      })
  void messengerId_inAnotherForm_isRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new MessengerId(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", " ", "Zoë & 😀", "!room:server.example"})
  void reference_ofTheMessenger_isKeptToTheLetter(String name) {
    assertThat(new Reference(name).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb", "a\u0000", "\ud83d", "a\u0085"})
  void reference_thatCannotBeStoredOrShown_isRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Reference(name));
  }

  @Test
  void reference_ofMoreThan255Characters_isRefused() {
    assertThat(new Reference("x".repeat(255)).value()).hasSize(255);
    assertThatIllegalArgumentException().isThrownBy(() -> new Reference("x".repeat(256)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "é", "a\n"})
  void idempotencyKey_withOtherThanVisibleAscii_isRefused(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(key));
  }

  @Test
  void idempotencyKey_ofMoreThan255Characters_isRefused() {
    assertThat(new IdempotencyKey("~".repeat(255)).value()).hasSize(255);
    assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey("~".repeat(256)));
  }

  @Test
  void subject_printed_namesNobody() {
    Subject subject = new Subject(
        new MessengerId("chat"),
        Surface.PUBLIC,
        Optional.of(new Reference("room-17")),
        Optional.of(new Reference("mallory")),
        Optional.empty());

    assertThat(subject).hasToString("Subject[chat, PUBLIC]");
  }
}
