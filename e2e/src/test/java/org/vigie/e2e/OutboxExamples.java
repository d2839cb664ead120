package org.vigie.e2e;

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
import org.vigie.testkit.Eventually;

/// A dead letter for the page that lists them, made at the first request.
final class OutboxExamples {
  private static final EffectKind KIND = new EffectKind("made-up-measure");

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
    DeadLetters letters = context.getBean(DeadLetters.class);
    Eventually.holds(
        () -> letters.list().stream().anyMatch(letter -> letter.id().equals(effect.id())));
    return "/outbox";
  }

  /// Refuses every effect, as a messenger that has closed down.
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
