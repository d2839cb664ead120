package org.vigie.server.outbox.delivering;

import java.time.Duration;
import java.util.function.Function;
import org.vigie.server.outbox.Delivery;
import org.vigie.server.outbox.Effect;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectKind;
import org.vigie.server.outbox.RetryPolicy;

/// Delivers as a test says.
record ScriptedHandler(Function<Effect, Delivery> script, RetryPolicy retries)
    implements EffectHandler {
  static final EffectKind KIND = new EffectKind("scripted");
  static final RetryPolicy RETRIES =
      new RetryPolicy(4, Duration.ofMinutes(1), Duration.ofMinutes(3));

  ScriptedHandler(Function<Effect, Delivery> script) {
    this(script, RETRIES);
  }

  @Override
  public EffectKind kind() {
    return KIND;
  }

  @Override
  public Delivery deliver(Effect effect) {
    return script.apply(effect);
  }
}
