package org.vigie.server.enforcement.queueing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.connector.Action;
import org.vigie.connector.ActionKind;
import org.vigie.connector.IdempotencyKey;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.enforcement.actions.PlannedAction;
import org.vigie.server.enforcement.actions.Step;
import org.vigie.server.frame.Json;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;
import org.vigie.server.outbox.Urgency;

/// Actions as effects of the outbox. Those on one target share a key, so they keep their order;
/// notifications come after all else.
public final class ActionEffects {
  private ActionEffects() {}

  /// Returns the kind of the effects of a messenger.
  public static EffectKind kind(MessengerId messenger) {
    return new EffectKind("measures-" + messenger.value());
  }

  /// Returns the effect of an action.
  public static Effect of(PlannedAction action) {
    MessengerId messenger = action.action().subject().messenger();
    return new Effect(
        action.id().effect(),
        kind(messenger),
        new EffectKey("measures:" + digest(action.target().value())),
        action.step() == Step.NOTIFY ? Urgency.USUAL : Urgency.URGENT,
        Json.mapper().writeValueAsString(Stored.of(action.action())));
  }

  /// Operators see keys, so a key does not show the name of an account.
  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Returns the action of an effect.
  public static Action action(Effect effect) {
    return Json.mapper().readValue(effect.payload(), Stored.class).action();
  }

  /// An action as JSON in the outbox.
  private record Stored(
      String key,
      ActionKind kind,
      Action.Direction direction,
      String messenger,
      Surface surface,
      @Nullable String room,
      @Nullable String account,
      @Nullable String message,
      @Nullable Instant until,
      Set<String> countries,
      @Nullable String text) {
    static Stored of(Action action) {
      Subject subject = action.subject();
      return new Stored(
          action.key().value(),
          action.kind(),
          action.direction(),
          subject.messenger().value(),
          subject.surface(),
          text(subject.room()),
          text(subject.account()),
          text(subject.message()),
          action.until().orElse(null),
          action.countries(),
          action.text().orElse(null));
    }

    private static @Nullable String text(Optional<Reference> reference) {
      return reference.map(Reference::value).orElse(null);
    }

    Action action() {
      return new Action(
          new IdempotencyKey(key),
          kind,
          direction,
          new Subject(
              new MessengerId(messenger),
              surface,
              reference(room),
              reference(account),
              reference(message)),
          Optional.ofNullable(until),
          countries,
          Optional.ofNullable(text));
    }

    private static Optional<Reference> reference(@Nullable String text) {
      return Optional.ofNullable(text).map(Reference::new);
    }
  }
}
