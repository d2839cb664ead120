package org.vigie.server.review.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.PersonId;
import org.vigie.server.bank.MemberId;
import org.vigie.server.frame.Columns;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.cases.Route;
import org.vigie.server.review.queueing.AgeBand;
import org.vigie.server.review.queueing.CaseFile.EndedMember;
import org.vigie.server.review.queueing.CaseFilter;
import org.vigie.server.review.queueing.CaseNote;
import org.vigie.server.review.queueing.CaseOrder;
import org.vigie.server.review.queueing.QueueState;

/// Queues, lists of cases, notes and the presence of viewers.
public final class CaseFileStore {
  private static final int MOST_SOURCES = 100;

  private final JdbcClient jdbc;

  public CaseFileStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns the queues that have cases which are not decided, by name.
  public List<QueueState> queues(Instant now) {
    return jdbc.sql("""
            /* review.queues */
            select queue, count(*) filter (where state = 'OPEN') as waiting,
                   count(*) filter (where state = 'CLAIMED') as held,
                   min(opened_at) as oldest, min(due_at) as due,
                   count(*) filter (where due_at <= :now) as overdue
              from review.review_case where state in ('OPEN', 'CLAIMED')
             group by queue order by queue
            """)
        .param("now", Columns.utc(now))
        .query((row, _) -> new QueueState(
            new QueueName(row.getString("queue")),
            row.getLong("waiting"),
            row.getLong("held"),
            Columns.instant(row, "oldest"),
            Columns.optionalInstant(row, "due"),
            row.getLong("overdue")))
        .list();
  }

  /// Returns how old the cases are that wait: up to 1, 4, 24 and 72 hours, and older.
  public List<AgeBand> ages(Instant now) {
    return jdbc.sql("""
            /* review.ages */
            select hours, coalesce(waiting.cases, 0) as cases
              from (values (1), (4), (24), (72), (1000000)) band (hours)
              left join (select case when opened_at > :now - interval '1 hour' then 1
                                     when opened_at > :now - interval '4 hours' then 4
                                     when opened_at > :now - interval '24 hours' then 24
                                     when opened_at > :now - interval '72 hours' then 72
                                     else 1000000 end as hours, count(*) as cases
                           from review.review_case where state = 'OPEN' and opened_at <= :now
                          group by 1) waiting using (hours)
             order by hours
            """)
        .param("now", Columns.utc(now))
        .query(
            (row, _) -> new AgeBand(Duration.ofHours(row.getLong("hours")), row.getLong("cases")))
        .list();
  }

  /// Returns cases without sources and evidence.
  ///
  /// @param plain whether to return only cases that can be decided in bulk
  /// @param waves the categories of which cases of any severity are decided in bulk
  public List<Case> search(
      CaseFilter filter, boolean plain, Set<CategoryKey> waves, int offset, int limit) {
    QueryConditions conditions = QueryConditions.of(filter.query());
    return jdbc.sql("""
            /* review.search */
            select c.* from review.review_case c
             where %s and (not :plain or c.stage = 'FIRST' and c.priority < :danger
                           and (c.severity in ('LOW', 'MEDIUM') or c.category = any (:waves)))
             order by %s offset :offset limit :limit
            """.formatted(conditions.sql(), order(filter.order())))
        .params(conditions.parameters())
        .param("plain", plain)
        .param("danger", Route.DANGER)
        .param("waves", waves.stream().map(CategoryKey::value).toArray(String[]::new))
        .param("offset", offset)
        .param("limit", limit)
        .query((row, _) -> CaseStore.bare(row))
        .list();
  }

  /// Counts cases.
  public long count(CaseQuery query) {
    QueryConditions conditions = QueryConditions.of(query);
    return jdbc.sql("/* review.count */ select count(*) from review.review_case c where "
            + conditions.sql())
        .params(conditions.parameters())
        .query(Long.class)
        .single();
  }

  /// Counts the cases that wait and in which somebody's life is in danger.
  public long dangers() {
    return jdbc.sql("""
            /* review.dangers */
            select count(*) from review.review_case where state = 'OPEN' and priority >= :danger
            """).param("danger", Route.DANGER).query(Long.class).single();
  }

  /// Cases are numbered in the order in which they opened.
  private static String order(CaseOrder order) {
    return switch (order) {
      case PRIORITY -> "priority desc, case_id";
      case AGE -> "case_id";
      case DUE -> "due_at, case_id";
    };
  }

  /// Returns other cases about the account of one in its messenger, newest first; none where it
  /// has no account.
  public List<Case> related(Case one, int limit) {
    return jdbc.sql("""
            /* review.related */
            select * from review.review_case
             where messenger = :messenger and account = cast(:account as text)
               and case_id <> :case
             order by case_id desc limit :limit
            """)
        .param("messenger", one.subject().messenger().value())
        .param("account", CaseStore.text(one.subject().account()))
        .param("case", one.id().value())
        .param("limit", limit)
        .query((row, _) -> CaseStore.bare(row))
        .list();
  }

  /// Returns other cases with one of the newest sources of a case, or with its evidence, newest
  /// first: the same content in another category.
  public List<Case> sameContent(CaseId id, int limit) {
    return jdbc.sql("""
            /* review.same_content */
            select * from review.review_case
             where case_id <> :case and case_id in (
                select other.case_id from (
                    (select kind, source_id from review.case_source
                      where case_id = :case and kind = 'SCAN'
                      order by came_at desc limit :sources)
                    union all
                    (select kind, source_id from review.case_source
                      where case_id = :case and kind = 'NOTICE'
                      order by came_at desc limit :sources)) own
                  join review.case_source other using (kind, source_id)
                union
                select other.case_id from review.case_evidence own
                  join review.case_evidence other using (evidence_id)
                 where own.case_id = :case)
             order by case_id desc limit :limit
            """)
        .param("case", id.value())
        .param("sources", MOST_SOURCES)
        .param("limit", limit)
        .query((row, _) -> CaseStore.bare(row))
        .list();
  }

  /// Returns the categories that a person has opted out of.
  public Set<CategoryKey> optedOut(PersonId person) {
    return Set.copyOf(jdbc.sql("""
            /* review.opted_out */
            select category from review.opt_out where person_id = :person
            """)
        .param("person", person.value())
        .query((row, _) -> new CategoryKey(row.getString("category")))
        .list());
  }

  /// Returns the members that a case matched and that have ended since, the first first.
  public List<EndedMember> ended(CaseId id) {
    return jdbc.sql("""
            /* review.ended_of_case */
            select member_id, max(ended_at) as ended_at from review.case_member
             where case_id = :case and ended_at is not null
             group by member_id order by ended_at, member_id
            """)
        .param("case", id.value())
        .query((row, _) -> new EndedMember(
            new MemberId(row.getLong("member_id")), Columns.instant(row, "ended_at")))
        .list();
  }

  /// Notes that a person has a case open, and no other any more.
  public void present(CaseId id, PersonId person, Instant now) {
    jdbc.sql("""
            /* review.gone */
            delete from review.presence where person_id = :person and case_id <> :case
            """).param("case", id.value()).param("person", person.value()).update();
    jdbc.sql("""
            /* review.present */
            insert into review.presence (case_id, person_id, seen_at) values (:case, :person, :now)
            on conflict (case_id, person_id) do update set seen_at = excluded.seen_at
            """)
        .param("case", id.value())
        .param("person", person.value())
        .param("now", Columns.utc(now))
        .update();
  }

  /// Returns who else had a case open since a moment.
  public List<PersonId> others(CaseId id, PersonId person, Instant since) {
    return jdbc.sql("""
            /* review.others */
            select person_id from review.presence
             where case_id = :case and person_id <> :person and seen_at >= :since
             order by seen_at desc limit 10
            """)
        .param("case", id.value())
        .param("person", person.value())
        .param("since", Columns.utc(since))
        .query((row, _) -> new PersonId(Columns.uuid(row, "person_id")))
        .list();
  }

  /// Returns the notes of a case, oldest first.
  public List<CaseNote> notes(CaseId id) {
    return jdbc.sql("""
            /* review.notes */
            select * from review.note where case_id = :case order by note_id
            """)
        .param("case", id.value())
        .query((row, _) -> new CaseNote(
            new PersonId(Columns.uuid(row, "person_id")),
            Columns.instant(row, "written_at"),
            row.getString("text")))
        .list();
  }

  /// Adds a note.
  public void note(CaseId id, CaseNote note) {
    jdbc.sql("""
            /* review.insert_note */
            insert into review.note (case_id, person_id, written_at, text)
            values (:case, :person, :at, :text)
            """)
        .param("case", id.value())
        .param("person", note.by().value())
        .param("at", Columns.utc(note.at()))
        .param("text", note.text())
        .update();
  }
}
