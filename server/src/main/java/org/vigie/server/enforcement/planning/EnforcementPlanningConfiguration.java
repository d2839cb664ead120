package org.vigie.server.enforcement.planning;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.connector.Connector;
import org.vigie.server.enforcement.ConnectorSource;
import org.vigie.server.enforcement.actions.Connectors;
import org.vigie.server.enforcement.queueing.Conditions;
import org.vigie.server.enforcement.queueing.Turns;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.enforcement.store.ConditionStore;
import org.vigie.server.enforcement.store.LockStore;
import org.vigie.server.outbox.Outbox;
import org.vigie.server.policy.Policies;
import org.vigie.server.review.Decisions;

/// Wires the planning of actions.
@Configuration(proxyBeanMethods = false)
class EnforcementPlanningConfiguration {
  private static final int EVENT_THREADS = 2;

  /// Works on facts of other modules: few threads, so that a wave of decisions does not take the
  /// database from waiting callers.
  @Bean(name = EnforcementListener.EXECUTOR, defaultCandidate = false)
  ThreadPoolTaskExecutor enforcementEvents() {
    ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
    executor.setThreadNamePrefix("enforcement-events-");
    executor.setCorePoolSize(EVENT_THREADS);
    executor.setMaxPoolSize(EVENT_THREADS);
    executor.setDaemon(true);
    return executor;
  }

  @Bean
  Connectors connectors(List<Connector> connectors, List<ConnectorSource> several) {
    return new Connectors(
        Stream.concat(connectors.stream(), several.stream().flatMap(each -> each.all().stream()))
            .toList());
  }

  @Bean
  Conditions conditions(
      ActionStore store, ConditionStore conditions, Outbox outbox, Connectors connectors) {
    return new Conditions(store, conditions, outbox, connectors);
  }

  @Bean
  Turns turns(ActionStore store, Conditions conditions, Outbox outbox) {
    return new Turns(store, conditions, outbox);
  }

  @Bean
  DecisionTexts decisionTexts(Policies policies, MessageSource messages) {
    return new DecisionTexts(policies, messages);
  }

  @Bean
  Undoing undoing(
      LockStore locks, ActionStore store, Outbox outbox, Turns turns, DecisionTexts texts) {
    return new Undoing(locks, store, outbox, turns, texts.correction());
  }

  @Bean
  Planning planning(
      Decisions decisions,
      DecisionTexts texts,
      Connectors connectors,
      LockStore locks,
      ActionStore store,
      Turns turns) {
    return new Planning(decisions, texts::of, connectors, locks, store, turns);
  }

  @Bean
  DecisionActions decisionActions(
      Planning planning, Undoing undoing, TransactionOperations transactions, InstantSource clock) {
    return new DecisionActions(planning, undoing, transactions, clock);
  }
}
