package org.vigie.server.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.reversing.Correction;
import org.vigie.server.review.reversing.Correction.Said;
import org.vigie.server.review.reversing.CorrectionId;
import org.vigie.server.review.reversing.CorrectionKind;

/// Requests to correct decisions, in the transaction of the caller.
public final class CorrectionStore {
  private static final int MOST = 100;

  private final JdbcClient jdbc;

  public CorrectionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Adds a request.
  public void insert(Correction asked) {
    jdbc.sql("""
            /* review.insert_correction */
            insert into review.correction (correction_id, decision_id, case_id, kind, asked_by,
                asked_at, reason, blind, state)
            values (:correction, :decision, :case, :kind, :by, :at, :reason, :blind, :state)
            """)
        .param("correction", asked.id().value())
        .param("decision", asked.decision().value())
        .param("case", asked.subject().value())
        .param("kind", asked.kind().name())
        .param("by", asked.asked().by().value())
        .param("at", Columns.utc(asked.asked().at()))
        .param("reason", asked.asked().reason())
        .param("blind", asked.blind())
        .param("state", asked.state().name())
        .update();
  }

  /// Stores the answer to a request that waits.
  public void update(Correction answered) {
    Said answer = answered.answer().orElseThrow();
    jdbc.sql("""
            /* review.answer_correction */
            update review.correction
               set state = :state, answered_by = :by, answered_at = :at, answer = :answer
             where correction_id = :correction and state = 'WAITS'
            """)
        .param("state", answered.state().name())
        .param("by", answer.by().value())
        .param("at", Columns.utc(answer.at()))
        .param("answer", answer.reason())
        .param("correction", answered.id().value())
        .update();
  }

  /// Withdraws a request that waits.
  public void withdraw(CorrectionId id) {
    jdbc.sql("""
            /* review.withdraw_correction */
            update review.correction set state = 'WITHDRAWN'
             where correction_id = :correction and state = 'WAITS'
            """).param("correction", id.value()).update();
  }

  public Optional<Correction> find(CorrectionId id) {
    return jdbc.sql("""
            /* review.correction */
            select * from review.correction where correction_id = :correction
            """)
        .param("correction", id.value())
        .query((row, _) -> read(row))
        .optional();
  }

  /// Returns the request about a decision that waits.
  public Optional<Correction> waitingFor(DecisionId id) {
    return jdbc.sql("""
            /* review.correction_waiting_for */
            select * from review.correction where decision_id = :decision and state = 'WAITS'
            """)
        .param("decision", id.value())
        .query((row, _) -> read(row))
        .optional();
  }

  /// Returns requests that wait and whose decision is still in force, oldest first, 100 at most. A
  /// request outlives its decision if the case was opened again for another reason.
  public List<Correction> waiting() {
    return jdbc.sql("""
            /* review.corrections_waiting */
            select k.* from review.correction k join review.review_case c using (case_id)
             where k.state = 'WAITS' and c.state = 'DECIDED'
               and k.decision_id = (select last.decision_id from review.decision last
                                     where last.case_id = k.case_id and last.state = 'FINAL'
                                     order by last.final_at desc, last.made_at desc limit 1)
             order by k.asked_at, k.correction_id limit :most
            """).param("most", MOST).query((row, _) -> read(row)).list();
  }

  /// Returns the requests about the decisions of a case, oldest first.
  public List<Correction> ofCase(CaseId id) {
    return jdbc.sql("""
            /* review.corrections_of_case */
            select * from review.correction where case_id = :case order by asked_at, correction_id
            """).param("case", id.value()).query((row, _) -> read(row)).list();
  }

  /// Returns whether a person opened a case again to decide it anew.
  public boolean hasChanged(PersonId person, CaseId id) {
    return jdbc.sql("""
            /* review.has_changed */
            select exists (select 1 from review.correction
                            where case_id = :case and asked_by = :person
                              and kind = 'CHANGE' and state = 'DONE')
            """)
        .param("case", id.value())
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  private static Correction read(ResultSet row) throws SQLException {
    return new Correction(
        new CorrectionId(Columns.uuid(row, "correction_id")),
        new DecisionId(Columns.uuid(row, "decision_id")),
        new CaseId(row.getLong("case_id")),
        CorrectionKind.valueOf(row.getString("kind")),
        new Said(
            new PersonId(Columns.uuid(row, "asked_by")),
            Columns.instant(row, "asked_at"),
            row.getString("reason")),
        row.getBoolean("blind"),
        Correction.State.valueOf(row.getString("state")),
        answer(row));
  }

  private static Optional<Said> answer(ResultSet row) throws SQLException {
    Optional<Instant> at = Columns.optionalInstant(row, "answered_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(new Said(
            new PersonId(Columns.uuid(row, "answered_by")), at.get(), row.getString("answer")));
  }
}
