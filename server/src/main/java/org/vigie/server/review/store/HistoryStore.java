package org.vigie.server.review.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Decision;
import org.vigie.server.review.store.DecisionStore.Stored;

/// Earlier decisions: about other cases of an account, and by category.
public final class HistoryStore {
  private final JdbcClient jdbc;

  public HistoryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns the decisions in force of some cases: of each that is decided, the last that took
  /// effect.
  ///
  /// @param judge a lead, from whom decisions are hidden that they are still to judge again
  public List<Decision> inForce(List<CaseId> cases, Optional<PersonId> judge) {
    return cases.isEmpty()
        ? List.of()
        : jdbc
            .sql("/* review.decisions_in_force */ " + DecisionStore.SELECT + """
             join review.review_case c using (case_id)
             where d.case_id in (:cases) and c.state = 'DECIDED'
               and d.decision_id = (select last.decision_id from review.decision last
                                     where last.case_id = d.case_id and last.state = 'FINAL'
                                     order by last.final_at desc, last.made_at desc limit 1)
               and not exists (select 1 from review.quality_check q
                                where q.decision_id = d.decision_id and q.judged_by is null
                                  and d.person_id <> cast(:judge as uuid))
            """)
            .param("cases", cases.stream().map(CaseId::value).toList())
            .param("judge", judge.map(PersonId::value).orElse(null))
            .query((row, _) -> DecisionStore.read(row))
            .list()
            .stream()
            .map(Stored::decision)
            .toList();
  }

  /// Returns the categories in which people found most violations since a moment, the most
  /// frequent first.
  public List<CategoryKey> frequent(Instant since, int most) {
    return jdbc.sql("""
            /* review.frequent_categories */
            select category from review.decision
             where made_at >= :since and category is not null and person_id is not null
               and state = 'FINAL'
             group by category order by count(*) desc, category limit :most
            """)
        .param("since", Columns.utc(since))
        .param("most", most)
        .query((row, _) -> new CategoryKey(row.getString("category")))
        .list();
  }
}
