package org.vigie.server.review.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.queueing.OptOuts.OptOut;

/// The opt-outs of people.
public final class OptOutStore {
  private final JdbcClient jdbc;

  public OptOutStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<OptOut> all() {
    return jdbc.sql("""
            /* review.opt_outs */
            select * from review.opt_out order by person_id, category
            """)
        .query((row, _) -> new OptOut(
            new PersonId(Columns.uuid(row, "person_id")),
            new CategoryKey(row.getString("category")),
            Columns.instant(row, "since")))
        .list();
  }

  /// Adds one; returns whether it was not there.
  public boolean add(OptOut added) {
    return jdbc.sql("""
            /* review.add_opt_out */
            insert into review.opt_out (person_id, category, since)
            values (:person, :category, :since) on conflict do nothing
            """)
            .param("person", added.person().value())
            .param("category", added.category().value())
            .param("since", Columns.utc(added.since()))
            .update()
        == 1;
  }

  /// Removes one; returns whether it was there.
  public boolean remove(PersonId person, CategoryKey category) {
    return jdbc.sql("""
            /* review.remove_opt_out */
            delete from review.opt_out where person_id = :person and category = :category
            """)
            .param("person", person.value())
            .param("category", category.value())
            .update()
        == 1;
  }
}
