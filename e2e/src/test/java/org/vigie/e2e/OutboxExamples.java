package org.vigie.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.outbox.deadletters.DeadLetters;

/// A dead letter, for the page that lists them. Made when first asked for.
final class OutboxExamples {
  private static final EffectKind KIND = new EffectKind("made-up-measure");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final class Made {
    private static final String PAGE = make();
  }

  private OutboxExamples() {}

  static String page() {
    return Made.PAGE;
  }

  private static String make() {
    ApplicationContext context = RunningVigie.instance().context();
    Effect effect =
        new Effect(EffectId.random(), KIND, new EffectKey("case:" + UUID.randomUUID()), "made up");
    context.getBean(Outbox.class).add(effect);
    awaitDeath(context.getBean(DeadLetters.class), effect);
    return "/outbox";
  }

  private static void awaitDeath(DeadLetters letters, Effect effect) {
    Instant end = Instant.now().plus(PATIENCE);
    while (letters.list().stream().noneMatch(letter -> letter.id().equals(effect.id()))) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("the effect did not become a dead letter");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(100));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Refuses every effect, as a messenger does that is not there any more.
  static final class Refusing implements EffectHandler {
    @Override
    public EffectKind kind() {
      return KIND;
    }

    @Override
    public Delivery deliver(Effect effect) {
      return new Delivery.Refused("MessengerGone");
    }
  }
}
