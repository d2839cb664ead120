package org.vigie.server.enforcement.delivering;

import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vigie.server.enforcement.actions.Connectors;
import org.vigie.server.enforcement.queueing.Turns;
import org.vigie.server.enforcement.store.EndStore;
import org.vigie.server.enforcement.store.LockStore;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.EffectHandlers;

/// Wires a handler of effects for each connector.
@Configuration(proxyBeanMethods = false)
class EnforcementDeliveringConfiguration {
  @Bean
  EffectHandlers actionHandlers(
      Connectors connectors, LockStore locks, EndStore ends, Turns turns, InstantSource clock) {
    List<EffectHandler> handlers = connectors.all().stream()
        .<EffectHandler>map(each -> new ActionHandler(each, locks, ends, turns, clock))
        .toList();
    return () -> handlers;
  }
}
