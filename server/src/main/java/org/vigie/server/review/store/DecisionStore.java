package org.vigie.server.review.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Resemblance;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decider;
import org.vigie.server.review.Decision;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.Stage;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.Verdict.NoViolation;
import org.vigie.server.review.Verdict.Violation;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseState;

/// Decisions, and the state changes of cases by them, in the transaction of the caller.
public final class DecisionStore {
  static final String SELECT = """
      select d.*,
             (select array_agg(array[m.word, m.applies_to, m.duration,
                                     array_to_string(m.countries, ',')] order by m.place)
                from review.decision_measure m where m.decision_id = d.decision_id) as measures,
             array(select u.notice_id from review.decision_unfounded u
                    where u.decision_id = d.decision_id) as unfounded
        from review.decision d
      """;

  private final JdbcClient jdbc;

  public DecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The state of a decision.
  public enum State {
    /// Can be taken back for a moment.
    PENDING,
    TAKEN_BACK,
    /// One of several that the policy wants; another took or will take effect.
    COUNTED,
    /// Took effect.
    FINAL
  }

  /// A decision as it is stored.
  public record Stored(Decision decision, State state) {}

  /// Adds a decision.
  public void insert(Decision decision, State state) {
    Optional<Violation> violation =
        decision.verdict() instanceof Violation found ? Optional.of(found) : Optional.empty();
    insert(decision, state, violation);
    violation.ifPresent(found -> insert(decision.id(), found.measures()));
    if (decision.verdict() instanceof NoViolation none) {
      none.manifestlyUnfounded().forEach(notice -> insert(decision.id(), notice));
    }
  }

  private void insert(Decision decision, State state, Optional<Violation> violation) {
    jdbc.sql("""
            /* review.insert_decision */
            insert into review.decision (decision_id, case_id, stage, state, person_id, rule,
                policy_revision, category, keywords, illegal, ground, explanation, resemblance, made_at,
                final_at)
            values (:decision, :case, :stage, :state, :person, :rule, :revision, :category,
                cast(:keywords as text[]), :illegal, :ground, :explanation, :resemblance, :made_at,
                :final_at)
            """)
        .param("decision", decision.id().value())
        .param("case", decision.subject().value())
        .param("stage", decision.stage().name())
        .param("state", state.name())
        .param("person", person(decision.decider()))
        .param("rule", decision.decider() instanceof Decider.Rule rule ? rule.rule() : null)
        .param("revision", decision.decider().revision().number())
        .param("category", violation.map(found -> found.category().value()).orElse(null))
        .param("keywords", Columns.array(violation.map(Violation::keywords).orElse(List.of())))
        .param("illegal", violation.map(found -> found.ground().illegal()).orElse(false))
        .param("ground", violation.map(found -> found.ground().reference()).orElse(""))
        .param("explanation", violation.map(DecisionStore::written).orElse(""))
        .param("resemblance", violation.flatMap(DecisionStore::resemblance).orElse(null))
        .param("made_at", Columns.utc(decision.madeAt()))
        .param("final_at", Columns.utc(decision.finalAt()))
        .update();
  }

  private static String written(Violation violation) {
    return violation.explanation() instanceof Explanation.Written(String text) ? text : "";
  }

  private static Optional<String> resemblance(Violation violation) {
    return violation.explanation() instanceof Explanation.Match(Resemblance how)
        ? Optional.of(how.name())
        : Optional.empty();
  }

  private static @Nullable Object person(Decider decider) {
    return decider instanceof Decider.Reviewer reviewer ? reviewer.person().value() : null;
  }

  private void insert(DecisionId id, List<Measure> measures) {
    for (int place = 0; place < measures.size(); place++) {
      Measure measure = measures.get(place);
      jdbc.sql("""
              /* review.insert_measure */
              insert into review.decision_measure (decision_id, place, word, applies_to, duration,
                  countries)
              values (:decision, :place, :word, :on, :duration, cast(:countries as text[]))
              """)
          .param("decision", id.value())
          .param("place", place)
          .param("word", measure.word())
          .param("on", measure.on().name())
          .param("duration", measure.duration().map(Duration::toString).orElse(null))
          .param(
              "countries",
              Columns.array(measure.where().countries().stream().sorted().toList()))
          .update();
    }
  }

  private void insert(DecisionId id, NoticeId notice) {
    jdbc.sql("""
            /* review.insert_unfounded */
            insert into review.decision_unfounded (decision_id, notice_id)
            values (:decision, :notice)
            """).param("decision", id.value()).param("notice", notice.value()).update();
  }

  /// Moves a case from one state to another; returns whether it was in that state.
  public boolean move(CaseId id, CaseState from, CaseState to, Stage stage) {
    return jdbc.sql("""
            /* review.move */
            update review.review_case
               set state = :to, stage = :stage, claimed_by = null, claimed_until = null,
                   version = version + 1
             where case_id = :case and state = :from
            """)
            .param("to", to.name())
            .param("stage", stage.name())
            .param("case", id.value())
            .param("from", from.name())
            .update()
        == 1;
  }

  /// Gives a case back to the person who took a decision back.
  public void giveBack(CaseId id, PersonId person, Instant until) {
    jdbc.sql("""
            /* review.give_back */
            update review.review_case
               set state = 'CLAIMED', claimed_by = :person, claimed_until = :until,
                   version = version + 1
             where case_id = :case and state = 'PENDING'
            """)
        .param("person", person.value())
        .param("until", Columns.utc(until))
        .param("case", id.value())
        .update();
  }

  /// Counts the pending decisions that should have taken effect before a moment.
  public long overdue(Instant before) {
    return jdbc.sql("""
            /* review.decisions_overdue */
            select count(*) from review.decision where state = 'PENDING' and final_at < :before
            """).param("before", Columns.utc(before)).query(Long.class).single();
  }

  /// Returns decisions that can no longer be taken back, oldest first.
  public List<DecisionId> due(Instant now, Set<DecisionId> passedOver, int limit) {
    return jdbc.sql("""
            /* review.decisions_due */
            select decision_id from review.decision
             where state = 'PENDING' and final_at <= :now
               and decision_id not in (select unnest(cast(:passed_over as uuid[])))
             order by final_at limit :limit
            """)
        .param("now", Columns.utc(now))
        .param(
            "passed_over",
            Columns.array(passedOver.stream().map(id -> id.value().toString()).toList()))
        .param("limit", limit)
        .query((row, _) -> new DecisionId(Columns.uuid(row, "decision_id")))
        .list();
  }

  /// Finds a pending decision and locks its row; empty if another transaction has locked it.
  public Optional<Decision> lockPending(DecisionId id) {
    return jdbc.sql("/* review.lock_pending */ " + SELECT + """
             where d.decision_id = :decision and d.state = 'PENDING' for update of d skip locked
            """)
        .param("decision", id.value())
        .query((row, _) -> read(row))
        .optional()
        .map(Stored::decision);
  }

  /// Sets the state of a decision.
  public void mark(DecisionId id, State state) {
    jdbc.sql("""
            /* review.mark_decision */
            update review.decision set state = :state where decision_id = :decision
            """).param("state", state.name()).param("decision", id.value()).update();
  }

  public Optional<Stored> find(DecisionId id) {
    return jdbc.sql("/* review.decision */ " + SELECT + " where d.decision_id = :id")
        .param("id", id.value())
        .query((row, _) -> read(row))
        .optional();
  }

  /// Returns some decisions, in no order.
  public List<Decision> findAll(List<DecisionId> some) {
    return jdbc.sql("/* review.decisions */ " + SELECT + " where d.decision_id = any (:some)")
        .param("some", some.stream().map(DecisionId::value).toArray(UUID[]::new))
        .query((row, _) -> read(row).decision())
        .list();
  }

  /// Returns the decisions of a case, oldest first, taken-back ones included.
  public List<Stored> ofCase(CaseId id) {
    return jdbc.sql("/* review.decisions_of_case */ " + SELECT + """
             where d.case_id = :case order by d.made_at, d.decision_id
            """)
        .param("case", id.value())
        .query((row, _) -> read(row))
        .list();
  }

  /// Returns the number of other cases about the same account with a valid violation that took
  /// effect since a moment; 0 without an account. A reopened case does not count until it is
  /// decided again, and then by its last decision.
  ///
  /// @param judge a lead, from whom decisions are hidden that they are still to judge again
  /// @param dangers categories in which somebody's life is in danger, which are never a strike
  public int strikes(Case one, Instant since, Optional<PersonId> judge, Set<CategoryKey> dangers) {
    return jdbc.sql("""
            /* review.strikes */
            select count(*) from review.review_case c
             where c.messenger = :messenger and c.account = cast(:account as text)
               and c.case_id <> :case
               and c.state = 'DECIDED'
               and (select d.category <> all (:dangers) and d.final_at >= :since
                           and not exists (select 1 from review.quality_check q
                                            where q.decision_id = d.decision_id
                                              and q.judged_by is null
                                              and d.person_id <> cast(:judge as uuid))
                      from review.decision d
                     where d.case_id = c.case_id and d.state = 'FINAL'
                     order by d.final_at desc, d.made_at desc limit 1)
            """)
        .param("messenger", one.subject().messenger().value())
        .param("account", CaseStore.text(one.subject().account()))
        .param("case", one.id().value())
        .param("since", Columns.utc(since))
        .param("dangers", dangers.stream().map(CategoryKey::value).toArray(String[]::new))
        .param("judge", judge.map(PersonId::value).orElse(null))
        .query(Integer.class)
        .single();
  }

  /// Returns whether a decision is the last one of its case that took effect, and the case has
  /// not been opened again.
  public boolean isInForce(DecisionId id) {
    return jdbc.sql("""
            /* review.decision_in_force */
            select exists (
                select 1 from review.decision d join review.review_case c using (case_id)
                 where d.decision_id = :decision and c.state = 'DECIDED'
                   and d.decision_id = (select last.decision_id from review.decision last
                                         where last.case_id = d.case_id and last.state = 'FINAL'
                                         order by last.final_at desc, last.made_at desc limit 1))
            """).param("decision", id.value()).query(Boolean.class).single();
  }

  /// Returns the last decision of a case that takes or took effect, and holds its row.
  public Optional<Stored> lockLast(CaseId id) {
    return jdbc.sql("/* review.lock_last_decision */ " + SELECT + """
             where d.case_id = :case and d.state in ('PENDING', 'FINAL')
             order by d.made_at desc, d.decision_id limit 1 for update of d
            """)
        .param("case", id.value())
        .query((row, _) -> read(row))
        .optional();
  }

  static Stored read(ResultSet row) throws SQLException {
    Decision decision = new Decision(
        new DecisionId(Columns.uuid(row, "decision_id")),
        new CaseId(row.getLong("case_id")),
        Stage.valueOf(row.getString("stage")),
        decider(row),
        verdict(row),
        Columns.instant(row, "made_at"),
        Columns.instant(row, "final_at"));
    return new Stored(decision, State.valueOf(row.getString("state")));
  }

  private static Decider decider(ResultSet row) throws SQLException {
    PolicyRevision revision = new PolicyRevision(row.getInt("policy_revision"));
    String rule = row.getString("rule");
    return rule == null
        ? new Decider.Reviewer(new PersonId(Columns.uuid(row, "person_id")), revision)
        : new Decider.Rule(rule, revision);
  }

  private static Verdict verdict(ResultSet row) throws SQLException {
    String category = row.getString("category");
    return category == null
        ? new NoViolation(unfounded(row))
        : new Violation(
            new CategoryKey(category),
            Columns.texts(row, "keywords"),
            measures(row),
            new LegalGround(row.getBoolean("illegal"), row.getString("ground")),
            explanation(row));
  }

  private static Explanation explanation(ResultSet row) throws SQLException {
    String resemblance = row.getString("resemblance");
    return resemblance == null
        ? new Explanation.Written(row.getString("explanation"))
        : new Explanation.Match(Resemblance.valueOf(resemblance));
  }

  private static Set<NoticeId> unfounded(ResultSet row) throws SQLException {
    return Arrays.stream((UUID[]) row.getArray("unfounded").getArray())
        .map(NoticeId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Reads an array of arrays of word, object, duration and countries.
  private static List<Measure> measures(ResultSet row) throws SQLException {
    Array measures = row.getArray("measures");
    return measures == null
        ? List.of()
        : Arrays.stream((String[][]) measures.getArray())
            .map(DecisionStore::measure)
            .toList();
  }

  private static Measure measure(@Nullable String[] parts) {
    String countries = Objects.requireNonNull(parts[3]);
    return Measure.of(
        Measure.Scope.valueOf(Objects.requireNonNull(parts[1])),
        Objects.requireNonNull(parts[0]),
        Optional.ofNullable(parts[2]).map(Duration::parse),
        countries.isEmpty() ? Set.of() : Set.of(countries.split(",", -1)));
  }
}
