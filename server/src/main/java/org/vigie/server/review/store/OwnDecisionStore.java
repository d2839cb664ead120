package org.vigie.server.review.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.reversing.OwnDecision.Life;

/// The decisions of one person, and the outcome of each.
public final class OwnDecisionStore {
  /// The first notice of the case of a decision `d`.
  private static final String NOTICE = """
      (select s.source_id from review.case_source s
        where s.case_id = d.case_id and s.kind = 'NOTICE'
        order by s.came_at, s.source_id limit 1)
      """;

  /// Whether a decision took effect about the same case after `d`.
  private static final String FOLLOWED = """
      exists (select 1 from review.decision later
               where later.case_id = d.case_id and later.state = 'FINAL'
                 and later.made_at > d.made_at)
      """;

  /// Whether `d` is in force in its case `c`.
  private static final String IN_FORCE = """
      (c.state = 'DECIDED' and d.decision_id = (
          select last.decision_id from review.decision last
           where last.case_id = d.case_id and last.state = 'FINAL'
           order by last.final_at desc, last.made_at desc limit 1))
      """;

  /// Whether a second person is asked about `d`.
  private static final String ASKED = """
      exists (select 1 from review.correction k
               where k.decision_id = d.decision_id and k.state = 'WAITS')
      """;

  /// Whether the maker of `d` took it up again to decide anew.
  private static final String CHANGED = """
      exists (select 1 from review.correction k
               where k.decision_id = d.decision_id and k.state = 'DONE' and k.kind = 'CHANGE')
      """;

  /// The word of a [Life], for a decision that was not taken back.
  private static final String LIFE = """
      case when d.state = 'PENDING' then 'REVOCABLE'
           when d.state = 'COUNTED' and %s then 'ONE_OF_SEVERAL'
           when d.state = 'COUNTED' then 'WAITS'
           when %s then case when %s then 'ASKED' else 'STANDS' end
           when %s then 'CHANGED'
           else 'REVERSED' end
      """.formatted(FOLLOWED, IN_FORCE, ASKED, CHANGED);

  private final JdbcClient jdbc;

  public OwnDecisionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A decision.
  ///
  /// @param notice the first notice of its case
  public record Row(DecisionId id, Life life, Optional<NoticeId> notice) {}

  /// Returns the decisions of a person since a moment, newest first, without those that were taken
  /// back.
  public List<Row> of(PersonId person, Instant since, int offset, int limit) {
    return jdbc.sql("""
            /* review.own_decisions */
            select d.decision_id, %s as notice_id, %s as life
              from review.decision d join review.review_case c using (case_id)
             where d.person_id = :person and d.made_at >= :since and d.state <> 'TAKEN_BACK'
             order by d.made_at desc, d.decision_id offset :offset limit :limit
            """.formatted(NOTICE, LIFE))
        .param("person", person.value())
        .param("since", Columns.utc(since))
        .param("offset", offset)
        .param("limit", limit)
        .query((row, _) -> new Row(
            new DecisionId(Columns.uuid(row, "decision_id")),
            Life.valueOf(row.getString("life")),
            Columns.optionalUuid(row, "notice_id").map(NoticeId::new)))
        .list();
  }
}
