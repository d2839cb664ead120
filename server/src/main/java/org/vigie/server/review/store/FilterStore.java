package org.vigie.server.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.MessengerId;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.cases.CaseCourse;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.queueing.CaseFilter;
import org.vigie.server.review.queueing.CaseOrder;

/// Filters that people keep, by name.
public final class FilterStore {
  private final JdbcClient jdbc;

  public FilterStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns the filters of a person by name.
  public Map<String, CaseFilter> of(PersonId person) {
    Map<String, CaseFilter> filters = new HashMap<>();
    jdbc.sql("/* review.filters */ select * from review.own_filter where person_id = :person")
        .param("person", person.value())
        .query((row, _) -> filters.put(row.getString("name"), filter(row)))
        .list();
    return filters;
  }

  private static CaseFilter filter(ResultSet row) throws SQLException {
    return new CaseFilter(
        new CaseQuery(
            text(row, "queue").map(QueueName::new),
            text(row, "state").map(CaseState::valueOf),
            text(row, "category").map(CategoryKey::new),
            text(row, "messenger").map(MessengerId::new),
            text(row, "about"),
            CaseCourse.parse(row.getString("course"))),
        CaseOrder.valueOf(row.getString("sort")));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.of(row.getString(column)).filter(text -> !text.isEmpty());
  }

  /// Keeps a filter, in the place of an older one of that name.
  public void put(PersonId person, String name, CaseFilter filter) {
    CaseQuery query = filter.query();
    jdbc.sql("""
            /* review.put_filter */
            insert into review.own_filter (person_id, name, queue, state, category, messenger,
                about, course, sort)
            values (:person, :name, :queue, :state, :category, :messenger, :about, :course, :sort)
            on conflict (person_id, name) do update
               set queue = excluded.queue, state = excluded.state, category = excluded.category,
                   messenger = excluded.messenger, about = excluded.about,
                   course = excluded.course, sort = excluded.sort
            """)
        .param("person", person.value())
        .param("name", name)
        .param("queue", query.queue().map(QueueName::value).orElse(""))
        .param("state", query.state().map(Enum::name).orElse(""))
        .param("category", query.category().map(CategoryKey::value).orElse(""))
        .param("messenger", query.messenger().map(MessengerId::value).orElse(""))
        .param("about", query.about().orElse(""))
        .param("course", query.course().text())
        .param("sort", filter.order().name())
        .update();
  }

  public void remove(PersonId person, String name) {
    jdbc.sql("""
            /* review.remove_filter */
            delete from review.own_filter where person_id = :person and name = :name
            """).param("person", person.value()).param("name", name).update();
  }
}
