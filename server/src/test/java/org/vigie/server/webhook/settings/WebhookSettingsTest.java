package org.vigie.server.webhook.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.vigie.connector.ActionKind;
import org.vigie.connector.Capabilities;
import org.vigie.connector.MessengerId;
import org.vigie.server.frame.UnusableSettingException;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.webhook.signing.SigningKey;

/// The settings under `vigie.webhook`.
final class WebhookSettingsTest {
  private static final String SECRET = "a made-up secret of thirty-two bytes";
  private static final String OLDER = "an older secret of thirty-two bytes!";
  private static final String CHAT = "vigie.webhook.receivers.chat.";
  private static final Messengers MESSENGERS =
      new Messengers(List.of(new MessengerId("chat"), new MessengerId("forum-eu")));

  @TempDir
  Path folder;

  private static WebhookSettings bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate(
            "vigie.webhook",
            Bindable.of(WebhookSettings.class),
            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, _ -> true));
  }

  /// Returns settings of a receiver, with some others in place.
  private static Map<String, String> chat(String... others) {
    Map<String, String> settings = new HashMap<>(Map.of(
        CHAT + "url", "https://example.org/vigie",
        CHAT + "keys.id", "2026-b",
        CHAT + "keys.secret", SECRET));
    for (int i = 0; i < others.length; i += 2) {
      settings.put(CHAT + others[i], others[i + 1]);
    }
    return settings;
  }

  private static ReceiverSettings bound(String... others) {
    return bind(chat(others)).receivers().values().iterator().next();
  }

  private static Receiver receiver(ReceiverSettings settings) {
    return Receiver.all(new WebhookSettings(Map.of("chat", settings)), MESSENGERS)
        .getFirst();
  }

  @Test
  void settings_unset_areNoReceivers() {
    assertThat(bind(Map.of()).receivers()).isEmpty();
  }

  @Test
  void receiver_withWhatItNeeds_hasTheDefaults() {
    assertThat(bound())
        .isEqualTo(new ReceiverSettings(
            "https://example.org/vigie",
            new KeySettings("2026-b", SECRET, "", "", ""),
            false,
            Duration.ofSeconds(5),
            Set.of(ActionKind.values()),
            false));
    Set<ActionKind> all = Set.of(ActionKind.values());
    assertThat(bound().capabilities()).isEqualTo(new Capabilities(all, all, false));
  }

  @Test
  void everyKey_isRead() {
    ReceiverSettings settings = bound(
        "url", "http://127.0.0.1:9000/vigie?a=b",
        "keys.previous-id", "2026-a",
        "keys.previous-secret", OLDER,
        "internal", "true",
        "deadline", "10s",
        "kinds", "remove-message,ban-account",
        "countries", "true");
    Set<ActionKind> kinds = Set.of(ActionKind.REMOVE_MESSAGE, ActionKind.BAN_ACCOUNT);
    assertThat(settings)
        .isEqualTo(new ReceiverSettings(
            "http://127.0.0.1:9000/vigie?a=b",
            new KeySettings("2026-b", SECRET, "2026-a", OLDER, ""),
            true,
            Duration.ofSeconds(10),
            kinds,
            true));
    assertThat(settings.capabilities()).isEqualTo(new Capabilities(kinds, kinds, true));
    assertThat(receiver(settings).keys().newest().id()).isEqualTo("2026-b");
    assertThat(receiver(settings).keys().previous().map(SigningKey::id)).contains("2026-a");
  }

  @Test
  void messengerWithAHyphen_isFound() {
    WebhookSettings settings = new WebhookSettings(Map.of("forum-eu", bound(), "chat", bound()));
    assertThat(Receiver.all(settings, MESSENGERS))
        .extracting(Receiver::messenger)
        .containsExactly(new MessengerId("chat"), new MessengerId("forum-eu"));
  }

  @Test
  void messengerThatIsNotServed_stopsTheStart() {
    WebhookSettings settings = new WebhookSettings(Map.of("chta", bound()));
    assertThatThrownBy(() -> Receiver.all(settings, MESSENGERS))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessage("the setting vigie.webhook.receivers.chta cannot be used:"
            + " vigie.messengers.names has no messenger of this name");
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "example.org",
    "http://example.org/",
    "ftp://example.org/",
    "https:///path",
    "https://user:word@example.org/",
    "https://example.org/#part",
    "https://exa mple.org/",
    "/vigie",
  })
  void url_thatCannotBeUsed_isRefused(String url) {
    assertRefused("url has to be", "url", url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99ms", "10001ms", "-1s"})
  void deadline_outOfRange_isRefused(String deadline) {
    assertRefused("deadline has to be", "deadline", deadline);
  }

  @ParameterizedTest
  @CsvSource({
    "keys.secret, short, 32 bytes",
    "keys.secret, '', 32 bytes",
    "keys.id, '', the id of a key",
    "keys.previous-id, 2026-a, 32 bytes",
    "keys.previous-secret, an older secret of thirty-two bytes!, the id of a key",
    "keys.file, /etc/keys, either id and secret",
  })
  void keys_thatAreIncompleteOrTwice_areRefused(String key, String value, String sentence) {
    assertRefused(sentence, key, value);
  }

  @Test
  void keys_ofOneId_areRefused() {
    assertRefused("two ids", "keys.previous-id", "2026-b", "keys.previous-secret", OLDER);
  }

  /// What the operator reads has no secret.
  private static void assertRefused(String sentence, String... settings) {
    assertThatThrownBy(() -> bound(settings))
        .isInstanceOf(BindException.class)
        .rootCause()
        .hasMessageContaining(sentence)
        .hasMessageNotContaining("secret of thirty-two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "keys.secrets", "kind"})
  void key_unknown_isAnError(String key) {
    assertThatThrownBy(() -> bound(key, "x")).isInstanceOf(BindException.class);
  }

  @Test
  void kind_unknown_isAnError() {
    assertThatThrownBy(() -> bound("kinds", "remove-everything")).isInstanceOf(BindException.class);
  }

  private ReceiverSettings withFile(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), content);
    return new ReceiverSettings(
        "https://example.org/",
        new KeySettings("", "", "", "", file.toString()),
        false,
        Duration.ofSeconds(5),
        Set.of(),
        false);
  }

  @Test
  void keysFile_ofOneOrTwoLines_isRead() throws IOException {
    Receiver two = receiver(withFile("2026-b " + SECRET + "\n2026-a " + OLDER + "\n"));
    byte[] body = {1, 2};
    assertThat(two.keys().newest().sign(1, "d", body))
        .isEqualTo(SigningKey.of("2026-b", SECRET).sign(1, "d", body));
    assertThat(two.keys().previous().map(key -> key.sign(1, "d", body)))
        .contains(SigningKey.of("2026-a", OLDER).sign(1, "d", body));
    assertThat(receiver(withFile("2026-b " + SECRET)).keys().previous())
        .isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "2026-b\n",
        "2026-b short\n",
        "a " + SECRET + "\nb " + SECRET + "\nc " + SECRET + "\n",
        "a " + SECRET + "\na " + OLDER + "\n"
      })
  void keysFile_ofOtherLines_stopsTheStartWithoutShowingThem(String content) throws IOException {
    ReceiverSettings settings = withFile(content);
    assertThatThrownBy(() -> receiver(settings))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("vigie.webhook.receivers.chat.keys cannot be used: ")
        .hasMessageNotContaining("thirty-two")
        .hasMessageNotContaining("short");
  }

  @Test
  void keysFile_thatIsNotThere_stopsTheStart() {
    ReceiverSettings settings = new ReceiverSettings(
        "https://example.org/",
        new KeySettings("", "", "", "", folder.resolve("none").toString()),
        false,
        Duration.ofSeconds(5),
        Set.of(),
        false);
    assertThatThrownBy(() -> receiver(settings)).isInstanceOf(UnusableSettingException.class);
  }

  @Test
  void settings_asText_haveNoSecretAndNoAddress() {
    WebhookSettings settings = bind(chat());
    assertThat(settings + " " + settings.receivers() + " " + bound().keys() + receiver(bound()))
        .doesNotContain("made-up", "example.org");
  }
}
