package org.vigie.server.enforcement.ending;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.server.enforcement.planning.Undoing;
import org.vigie.server.enforcement.queueing.Turns;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.enforcement.store.LockStore;
import org.vigie.server.frame.BackgroundWork;

/// Wires the end of measures, and the actions that nobody began with.
@Configuration(proxyBeanMethods = false)
class EnforcementEndingConfiguration {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Bean
  TimedEnds timedEnds(
      LockStore locks,
      ActionStore store,
      Undoing undoing,
      TransactionOperations transactions,
      InstantSource clock) {
    return new TimedEnds(locks, store, undoing, transactions, clock);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork lateActions(
      LockStore locks,
      ActionStore store,
      Turns turns,
      TransactionOperations transactions,
      InstantSource clock) {
    Stragglers stragglers = new Stragglers(locks, store, turns, transactions, clock);
    return new BackgroundWork("enforcement-stragglers", PAUSE, stragglers::step);
  }

  @Bean(initMethod = "start", destroyMethod = "stop")
  BackgroundWork measureEnds(TimedEnds ends) {
    return new BackgroundWork("enforcement-ends", PAUSE, ends::step);
  }
}
