package org.vigie.server.enforcement.planning;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.connector.Connector;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.access.PersonId;
import org.vigie.server.enforcement.actions.Connectors;
import org.vigie.server.enforcement.delivering.ActionHandler;
import org.vigie.server.enforcement.ending.TimedEnds;
import org.vigie.server.enforcement.queueing.Conditions;
import org.vigie.server.enforcement.queueing.Turns;
import org.vigie.server.enforcement.store.ActionStore;
import org.vigie.server.enforcement.store.ConditionStore;
import org.vigie.server.enforcement.store.EndStore;
import org.vigie.server.enforcement.store.LockStore;
import org.vigie.server.outbox.EffectHandler;
import org.vigie.server.outbox.delivering.Bells;
import org.vigie.server.outbox.delivering.Deliveries;
import org.vigie.server.outbox.delivering.StoredOutbox;
import org.vigie.server.outbox.store.EffectStore;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.DecisionReversed;
import org.vigie.server.review.Decisions;
import org.vigie.server.review.Stage;
import org.vigie.server.review.Verdict;

/// Enforcement over a database of its own, wired without a server around it, with a clock that
/// moves only when a test says so. Decisions are made and reversed by the test itself.
final class EnforcementWorld implements AutoCloseable {
  static final MessengerId CHAT = new MessengerId("chat");

  final HikariDataSource database = new HikariDataSource();
  final JdbcClient jdbc;
  final MadeUpDecisions decisions = new MadeUpDecisions();
  final ActionStore store;
  final DecisionActions listener;
  final Deliveries deliveries;
  final EffectHandler handler;
  final TimedEnds ends;

  private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

  EnforcementWorld(PostgresAccess access, Connector connector, long seed) {
    database.setJdbcUrl(access.jdbcUrl());
    database.setUsername(access.user());
    database.setPassword(access.password());
    jdbc = JdbcClient.create(database);
    TransactionTemplate transactions =
        new TransactionTemplate(new DataSourceTransactionManager(database));
    EffectStore effects = new EffectStore(jdbc);
    StoredOutbox outbox = new StoredOutbox(effects, new Bells(), this::now);
    store = new ActionStore(jdbc, new NamedParameterJdbcTemplate(database));
    LockStore locks = new LockStore(jdbc);
    Connectors connectors = new Connectors(List.of(connector));
    Conditions conditions = new Conditions(store, new ConditionStore(jdbc), outbox, connectors);
    Turns turns = new Turns(store, conditions, outbox);
    Undoing undoing = new Undoing(locks, store, outbox, turns, "It no longer holds.");
    Planning planning =
        new Planning(decisions, _ -> "A made-up reason.", connectors, locks, store, turns);
    listener = new DecisionActions(planning, undoing, transactions, this::now);
    deliveries = new Deliveries(effects, transactions, this::now, new Random(seed));
    handler = new ActionHandler(connector, locks, new EndStore(jdbc), turns, this::now);
    ends = new TimedEnds(locks, store, undoing, transactions, this::now);
  }

  Instant now() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /// Makes a decision that is in force; nobody is told of it yet.
  Decision decide(Subject subject, List<Measure> measures) {
    return decide(UUID.randomUUID(), decisions.subjects.size() + 1L, subject, measures);
  }

  /// Makes the decision with a number, about an account of its own: the same in each process.
  Decision decide(int number, List<Measure> measures) {
    Subject subject = subject("account-" + number, "room", "message-" + number);
    return decide(new UUID(7, number), number, subject, measures);
  }

  private Decision decide(UUID id, long subjectCase, Subject subject, List<Measure> measures) {
    Decision decision = new Decision(
        new DecisionId(id),
        new CaseId(subjectCase),
        Stage.FIRST,
        new Decider.Reviewer(new PersonId(new UUID(0, 1)), new PolicyRevision(1)),
        new Verdict.Violation(
            new CategoryKey("scam"),
            List.of(),
            measures,
            new LegalGround(false, "scam"),
            new Explanation.Written("A made-up reason.")),
        now,
        now);
    decisions.made.put(decision.id(), decision);
    decisions.subjects.put(decision.subject(), subject);
    decisions.inForce.add(decision.id());
    return decision;
  }

  void tell(Decision decision) {
    listener.on(new DecisionMade(decision.id()));
  }

  /// Reverses a decision; nobody is told of it yet.
  void reverse(Decision decision) {
    decisions.inForce.remove(decision.id());
  }

  void tellReversed(Decision decision) {
    listener.on(new DecisionReversed(decision.id()));
  }

  /// Makes all attempts that are due.
  void deliver() {
    while (deliveries.step(handler)) {}
  }

  /// Lets time pass until nothing is left to be attempted.
  void settle() {
    for (int minute = 0; minute < 5_000 && !pending().isEmpty(); minute++) {
      deliver();
      pass(Duration.ofMinutes(1));
    }
  }

  /// Returns the ids of actions that are still to be carried out.
  List<UUID> pending() {
    return jdbc.sql("""
            select action_id from enforcement.action where state in ('WAITING', 'QUEUED')
            """).query(UUID.class).list();
  }

  List<String> endings(Decision decision) {
    return jdbc.sql("""
            select role || ' ' || kind || ' ' || coalesce(outcome, state) from enforcement.action
             where decision_id = :decision order by number
            """)
        .param("decision", decision.id().value())
        .query(String.class)
        .list();
  }

  static Subject subject(String account, String room, String message) {
    return new Subject(
        CHAT,
        Surface.PUBLIC,
        Optional.of(new Reference(room)),
        Optional.of(new Reference(account)),
        Optional.of(new Reference(message)));
  }

  @Override
  public void close() {
    database.close();
  }

  /// Decisions in memory.
  static final class MadeUpDecisions implements Decisions {
    final Map<DecisionId, Decision> made = new LinkedHashMap<>();
    final Map<CaseId, Subject> subjects = new LinkedHashMap<>();
    final Set<DecisionId> inForce = new HashSet<>();

    @Override
    public Optional<Decision> find(DecisionId id) {
      return Optional.ofNullable(made.get(id));
    }

    @Override
    public boolean isInForce(DecisionId id) {
      return inForce.contains(id);
    }

    @Override
    public Optional<Subject> subject(CaseId id) {
      return Optional.ofNullable(subjects.get(id));
    }

    @Override
    public List<Subject> messages(CaseId id) {
      return subject(id).stream().toList();
    }
  }
}
