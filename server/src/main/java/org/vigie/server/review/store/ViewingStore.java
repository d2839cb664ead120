package org.vigie.server.review.store;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.viewing.Veil;

/// How people want to see media.
public final class ViewingStore {
  private static final String ALL = "";

  private final JdbcClient jdbc;

  public ViewingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(Optional<CategoryKey> category, Veil veil) {}

  /// Returns the choices of a person by category; the empty one holds for all others.
  public Map<Optional<CategoryKey>, Veil> of(PersonId person) {
    return jdbc
        .sql("/* review.viewing */ select * from review.viewing where person_id = :person")
        .param("person", person.value())
        .query((row, _) -> new Row(
            Optional.of(row.getString("category"))
                .filter(name -> !name.equals(ALL))
                .map(CategoryKey::new),
            new Veil(row.getInt("blur"), row.getBoolean("grey"), row.getBoolean("mute"))))
        .list()
        .stream()
        .collect(Collectors.toMap(Row::category, Row::veil));
  }

  public void put(PersonId person, Optional<CategoryKey> category, Veil veil) {
    jdbc.sql("""
            /* review.put_viewing */
            insert into review.viewing (person_id, category, blur, grey, mute)
            values (:person, :category, :blur, :grey, :mute)
            on conflict (person_id, category) do update
               set blur = excluded.blur, grey = excluded.grey, mute = excluded.mute
            """)
        .param("person", person.value())
        .param("category", category.map(CategoryKey::value).orElse(ALL))
        .param("blur", veil.blur())
        .param("grey", veil.grey())
        .param("mute", veil.mute())
        .update();
  }

  public void remove(PersonId person, CategoryKey category) {
    jdbc.sql("""
            /* review.remove_viewing */
            delete from review.viewing where person_id = :person and category = :category
            """)
        .param("person", person.value())
        .param("category", category.value())
        .update();
  }
}
