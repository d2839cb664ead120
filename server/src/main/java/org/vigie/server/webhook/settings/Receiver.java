package org.vigie.server.webhook.settings;

import java.io.IOException;
import java.util.List;
import org.vigie.connector.MessengerId;
import org.vigie.server.frame.UnusableSettingException;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.webhook.signing.SigningKeys;

/// A receiver of webhooks, with its keys.
public record Receiver(MessengerId messenger, ReceiverSettings settings, SigningKeys keys) {
  private static final String PREFIX = "vigie.webhook.receivers.";

  /// Returns the receivers that are configured, by the names of their messengers.
  ///
  /// @throws UnusableSettingException if there is no such messenger, or its keys cannot be read
  public static List<Receiver> all(WebhookSettings settings, Messengers messengers) {
    return settings.receivers().entrySet().stream()
        .map(each -> of(each.getKey(), each.getValue(), messengers))
        .sorted((one, other) -> one.messenger.value().compareTo(other.messenger.value()))
        .toList();
  }

  private static Receiver of(String name, ReceiverSettings settings, Messengers messengers) {
    MessengerId messenger = messengers.all().stream()
        .filter(each -> each.value().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnusableSettingException(
            PREFIX + name, "vigie.messengers.names has no messenger of this name"));
    try {
      return new Receiver(messenger, settings, settings.keys().read());
    } catch (IOException | IllegalArgumentException e) {
      throw new UnusableSettingException(PREFIX + name + ".keys", why(e));
    }
  }

  private static String why(Exception e) {
    return e instanceof IllegalArgumentException
        ? String.valueOf(e.getMessage())
        : "the file of keys cannot be read, or has other than one or two lines";
  }
}
