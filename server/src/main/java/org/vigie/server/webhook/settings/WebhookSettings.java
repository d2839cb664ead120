package org.vigie.server.webhook.settings;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.webhook`.
///
/// @param receivers by the name of their messenger; none by default
@ConfigurationProperties(value = "vigie.webhook", ignoreUnknownFields = false)
public record WebhookSettings(@DefaultValue Map<String, ReceiverSettings> receivers) {
  public WebhookSettings {
    receivers = Map.copyOf(receivers);
  }

  @Override
  public String toString() {
    return "WebhookSettings" + receivers.keySet();
  }
}
