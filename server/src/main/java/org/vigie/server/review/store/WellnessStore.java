package org.vigie.server.review.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.viewing.Sight;

/// The media that people saw.
public final class WellnessStore {
  private final JdbcClient jdbc;

  public WellnessStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The exposure within one minute.
  public record Minute(Instant at, int points) {}

  /// The exposure of a person within some time.
  ///
  /// @param views how often they opened media
  public record Load(PersonId person, long points, long views) {}

  public void add(PersonId person, CaseId id, Sight sight, int points, Instant now) {
    jdbc.sql("""
            /* review.add_exposure */
            insert into review.exposure (person_id, seen_at, case_id, sight, points)
            values (:person, :now, :case, :sight, :points)
            """)
        .param("person", person.value())
        .param("now", Columns.utc(now))
        .param("case", id.value())
        .param("sight", sight.name())
        .param("points", points)
        .update();
  }

  /// Returns whether a person has seen media of a case behind a veil.
  public boolean hasSeenVeiled(PersonId person, CaseId id) {
    return jdbc.sql("""
            /* review.has_seen_veiled */
            select exists (select 1 from review.exposure
                            where person_id = :person and case_id = :case and sight = 'VEILED')
            """)
        .param("person", person.value())
        .param("case", id.value())
        .query(Boolean.class)
        .single();
  }

  /// Returns whether a person has seen media of a case without a veil.
  public boolean hasSeenSharp(PersonId person, CaseId id) {
    return jdbc.sql("""
            /* review.has_seen_sharp */
            select exists (select 1 from review.exposure
                            where person_id = :person and case_id = :case and sight <> 'VEILED')
            """)
        .param("person", person.value())
        .param("case", id.value())
        .query(Boolean.class)
        .single();
  }

  /// Returns the exposure of a person since a moment by minute, newest first.
  public List<Minute> since(PersonId person, Instant moment) {
    return jdbc.sql("""
            /* review.exposure_of_person */
            select max(seen_at) as at, sum(points) as points from review.exposure
             where person_id = :person and seen_at > :moment
             group by date_trunc('minute', seen_at) order by at desc
            """)
        .param("person", person.value())
        .param("moment", Columns.utc(moment))
        .query((row, _) -> new Minute(Columns.instant(row, "at"), row.getInt("points")))
        .list();
  }

  /// Returns the exposure of everybody since a moment, the most exposed first.
  public List<Load> loads(Instant moment) {
    return jdbc.sql("""
            /* review.exposure_of_all */
            select person_id, sum(points) as points,
                   count(*) filter (where sight <> 'UNVEILED') as views
              from review.exposure
             where seen_at > :moment group by person_id order by points desc, person_id
            """)
        .param("moment", Columns.utc(moment))
        .query((row, _) -> new Load(
            new PersonId(Columns.uuid(row, "person_id")),
            row.getLong("points"),
            row.getLong("views")))
        .list();
  }
}
