package org.vigie.server.webhook.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vigie.connector.Action;
import org.vigie.connector.ActionKind;
import org.vigie.connector.IdempotencyKey;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.webhook.settings.KeySettings;
import org.vigie.server.webhook.settings.Receiver;
import org.vigie.server.webhook.settings.ReceiverSettings;
import org.vigie.server.webhook.signing.SigningKey;
import org.vigie.server.webhook.signing.SigningKeys;

/// Receivers and actions for tests.
final class MadeUpReceivers {
  static final Instant NOW = Instant.parse("2026-11-30T09:00:00.25Z");
  static final UUID DELIVERY = UUID.fromString("3f1c0b8e-5a52-4d0e-9f0a-6b8f2f6d7a10");
  static final String SECRET = "a made-up secret, the newest of two";

  private static final MessengerId CHAT = new MessengerId("chat");
  private static final String OLDER = "a made-up secret, the previous of two";

  private MadeUpReceivers() {}

  /// Returns the connector of a receiver that may be on this machine.
  static WebhookConnector connector(String url, Duration deadline) {
    return connector(url, true, deadline);
  }

  static WebhookConnector connector(String url, boolean internal, Duration deadline) {
    ReceiverSettings settings = new ReceiverSettings(
        url,
        new KeySettings("2026-b", SECRET, "2026-a", OLDER, ""),
        internal,
        deadline,
        Set.of(ActionKind.values()),
        true);
    SigningKeys keys = new SigningKeys(
        SigningKey.of("2026-b", SECRET), Optional.of(SigningKey.of("2026-a", OLDER)));
    return new WebhookConnector(
        new Receiver(CHAT, settings, keys),
        WebhookSendingConfiguration.http(settings),
        () -> DELIVERY,
        () -> NOW);
  }

  /// Returns the action of the example in `docs/formats/webhook.md`.
  static Action suspension() {
    return new Action(
        new IdempotencyKey("0a7c8f0e-63a1-3f0d-8b57-2d1c5f6e9a11"),
        ActionKind.SUSPEND_ACCOUNT,
        Action.Direction.APPLY,
        new Subject(CHAT, Surface.PUBLIC, named("r-2"), named("a-4"), named("m-17")),
        Optional.of(Instant.parse("2026-12-30T09:00:00Z")),
        Set.of("FR", "DE"),
        Optional.empty());
  }

  /// Returns a notification of an account of which nothing else is known.
  static Action notification(String text) {
    return new Action(
        new IdempotencyKey("n-1"),
        ActionKind.NOTIFY,
        Action.Direction.UNDO,
        new Subject(CHAT, Surface.PRIVATE, Optional.empty(), named("a-4"), Optional.empty()),
        Optional.empty(),
        Set.of(),
        Optional.of(text));
  }

  private static Optional<Reference> named(String name) {
    return Optional.of(new Reference(name));
  }
}
