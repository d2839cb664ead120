package org.vigie.server.webhook.sending;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.connector.Action;
import org.vigie.connector.Capabilities;
import org.vigie.connector.Connector;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Outcome;
import org.vigie.server.outbound.OutboundAnswer;
import org.vigie.server.outbound.OutboundCall;
import org.vigie.server.outbound.OutboundException;
import org.vigie.server.outbound.OutboundHttp;
import org.vigie.server.webhook.settings.Receiver;

/// Sends the actions of one messenger to its receiver. Prints the messenger only. Threads: any.
final class WebhookConnector implements Connector {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookConnector.class);

  private final Receiver receiver;
  private final OutboundHttp http;
  private final Supplier<UUID> deliveries;
  private final InstantSource clock;

  /// @param deliveries makes ids of deliveries
  WebhookConnector(
      Receiver receiver, OutboundHttp http, Supplier<UUID> deliveries, InstantSource clock) {
    this.receiver = receiver;
    this.http = http;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public MessengerId messenger() {
    return receiver.messenger();
  }

  @Override
  public Capabilities capabilities() {
    return receiver.settings().capabilities();
  }

  @Override
  public Outcome carryOut(Action action) throws IOException {
    Instant now = clock.instant();
    OutboundAnswer answer = answer(call(action, now));
    LOG.atDebug()
        .setMessage("webhook answered")
        .addKeyValue("messenger", messenger().value())
        .addKeyValue("action", action.key().value())
        .addKeyValue("status", answer.status())
        .log();
    return Answers.outcome(answer, now);
  }

  private OutboundCall call(Action action, Instant now) {
    String delivery = deliveries.get().toString();
    long seconds = now.getEpochSecond();
    byte[] body = DeliveryBody.of(action, delivery, Instant.ofEpochSecond(seconds));
    OutboundCall call =
        OutboundCall.of("POST", receiver.settings().url()).withBody("application/json", body);
    for (Map.Entry<String, String> header :
        receiver.keys().headers(seconds, delivery, body).entrySet()) {
      call = call.withHeader(header.getKey(), header.getValue());
    }
    return call;
  }

  /// The cause of a failure may name the receiver, so only its kind is logged.
  private OutboundAnswer answer(OutboundCall call) throws UnknownOutcomeException {
    try {
      return http.send(call);
    } catch (OutboundException e) {
      LOG.atWarn()
          .setMessage("webhook not answered")
          .addKeyValue("messenger", messenger().value())
          .addKeyValue("cause", e.why())
          .log();
      throw new UnknownOutcomeException.NoAnswer(e);
    }
  }

  @Override
  public String toString() {
    return "WebhookConnector[" + messenger() + "]";
  }
}
