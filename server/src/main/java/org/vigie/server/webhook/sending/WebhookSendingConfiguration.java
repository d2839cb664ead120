package org.vigie.server.webhook.sending;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.connector.Connector;
import org.vigie.server.enforcement.ConnectorSource;
import org.vigie.server.frame.MemoryBudget;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.outbound.AddressGuard;
import org.vigie.server.outbound.OutboundHttp;
import org.vigie.server.webhook.settings.Receiver;
import org.vigie.server.webhook.settings.ReceiverSettings;
import org.vigie.server.webhook.settings.WebhookSettings;

/// Wires a connector for each receiver.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookSendingConfiguration {
  @Bean
  ConnectorSource webhooks(WebhookSettings settings, Messengers messengers, InstantSource clock) {
    List<Connector> connectors = Receiver.all(settings, messengers).stream()
        .<Connector>map(receiver ->
            new WebhookConnector(receiver, http(receiver.settings()), UUID::randomUUID, clock))
        .toList();
    return () -> connectors;
  }

  /// Returns the client that calls a receiver.
  static OutboundHttp http(ReceiverSettings settings) {
    AddressGuard guard =
        settings.internal() ? AddressGuard.internalToo() : AddressGuard.publicOnly();
    return new OutboundHttp(guard, Answers.MOST_BYTES, settings.deadline(), new AnswerMemory());
  }

  /// The memory of answers. Their size and number are bounded, and they do not count among bodies
  /// of requests, so that a flood of those holds up no removal.
  private static final class AnswerMemory implements MemoryBudget {
    @Override
    public boolean take(long bytes) {
      return true;
    }

    @Override
    public void giveBack(long bytes) {}

    @Override
    public long limit() {
      return Long.MAX_VALUE;
    }
  }
}
