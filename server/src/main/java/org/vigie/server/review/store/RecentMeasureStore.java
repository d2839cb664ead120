package org.vigie.server.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Columns;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.RecentMeasures;

/// Counts the measures of recent decisions.
public final class RecentMeasureStore implements RecentMeasures {
  /// The most decisions that are counted.
  private static final int MOST = 20_000;

  private final JdbcClient jdbc;

  public RecentMeasureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Counted since(CategoryKey category, Instant from) {
    List<Tally> tallies = jdbc.sql("""
            /* review.recent_measures */
            select policy_revision, surface, word, count(*) as decisions
              from (select d.policy_revision, c.surface, m.word
                      from review.decision d
                      join review.review_case c using (case_id)
                      left join review.decision_measure m
                        on m.decision_id = d.decision_id and m.applies_to = 'CONTENT'
                     where d.made_at >= :from and d.state = 'FINAL' and d.category = :category
                     order by d.made_at desc limit :most) as recent
             group by policy_revision, surface, word
            """)
        .param("from", Columns.utc(from))
        .param("category", category.value())
        .param("most", MOST + 1)
        .query((row, _) -> tally(row))
        .list();
    return new Counted(tallies, tallies.stream().mapToLong(Tally::decisions).sum() > MOST);
  }

  private static Tally tally(ResultSet row) throws SQLException {
    return new Tally(
        new PolicyRevision(row.getInt("policy_revision")),
        EnumWords.stored(Surface.class, row.getString("surface")),
        Optional.ofNullable(row.getString("word")).flatMap(ContentMeasure::of),
        row.getLong("decisions"));
  }
}
