package org.vigie.server.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.bank.MemberId;
import org.vigie.server.frame.Columns;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.Route;
import org.vigie.server.review.opening.NewSource;

/// Reads and writes for the opening of cases, in the transaction of the caller.
public final class OpeningStore {
  private final JdbcClient jdbc;

  public OpeningStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A case that has a source already.
  ///
  /// @param members of its scan that it knows of
  /// @param violation whether a decision that took effect found one
  public record Known(CaseId id, CaseState state, boolean violation, Set<MemberId> members) {
    public Known {
      members = Set.copyOf(members);
    }
  }

  /// The facts that decide the urgency of a case.
  ///
  /// @param credit in minutes, of the most accurate source
  /// @param roomMembers of the largest room among its sources
  /// @param danger whether its cases come first as somebody's life is in danger
  public record Weight(
      Surface surface,
      boolean lane,
      int sources,
      int credit,
      OptionalLong roomMembers,
      Instant openedAt,
      boolean danger) {}

  /// Locks a name until the end of the transaction.
  public void lock(String name) {
    jdbc.sql("/* review.lock */ select pg_advisory_xact_lock(hashtextextended(:name, 7341))")
        .param("name", name)
        .query((_, _) -> name)
        .single();
  }

  /// Returns the cases of a source under a category.
  public List<Known> known(CaseSource source, CategoryKey category) {
    return jdbc.sql("""
            /* review.known_source */
            select c.case_id, c.state,
                   exists (select 1 from review.decision d where d.case_id = c.case_id
                              and d.state = 'FINAL' and d.category is not null) as violation,
                   array(select m.member_id from review.case_member m
                          where m.case_id = c.case_id and m.scan_id = s.source_id) as members
              from review.case_source s join review.review_case c using (case_id)
             where s.source_id = :source and s.kind = :kind and c.category = :category
            """)
        .param("source", SourceRows.id(source))
        .param("kind", SourceRows.kind(source))
        .param("category", category.value())
        .query(OpeningStore::known)
        .list();
  }

  private static Known known(ResultSet row, int number) throws SQLException {
    Long[] members = (Long[]) row.getArray("members").getArray();
    return new Known(
        new CaseId(row.getLong("case_id")),
        CaseState.valueOf(row.getString("state")),
        row.getBoolean("violation"),
        Stream.of(members).map(MemberId::new).collect(Collectors.toSet()));
  }

  /// Finds a case about the account without a decision yet, and locks its row.
  public Optional<CaseId> joinable(Subject subject, CategoryKey category) {
    return jdbc.sql("""
            /* review.joinable */
            select case_id from review.review_case
             where messenger = :messenger and account = :account and category = :category
               and surface = :surface
               and state = 'OPEN' and stage = 'FIRST'
             order by case_id limit 1 for update
            """)
        .param("messenger", subject.messenger().value())
        .param("account", CaseStore.text(subject.account()))
        .param("category", category.value())
        .param("surface", subject.surface().word())
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .optional();
  }

  /// Finds the oldest case without a decision yet that one of some groups points to, and locks its
  /// row.
  public Optional<CaseId> grouped(List<String> groups) {
    return jdbc.sql("""
            /* review.grouped */
            select one.case_id from review.case_group g join review.review_case one using (case_id)
             where g.group_key = any(:groups) and one.state = 'OPEN' and one.stage = 'FIRST'
             order by one.case_id limit 1 for update of one
            """)
        .param("groups", groups.toArray(String[]::new))
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .optional();
  }

  /// Points groups to a case, except those that point to another open one.
  public void group(List<String> groups, CaseId id) {
    jdbc.sql("""
            /* review.group */
            insert into review.case_group as g (group_key, case_id)
            select key, :case from unnest(cast(:groups as text[])) key
            on conflict (group_key) do update set case_id = excluded.case_id
             where g.case_id <> excluded.case_id
               and not exists (select 1 from review.review_case one
                                where one.case_id = g.case_id
                                  and one.state = 'OPEN' and one.stage = 'FIRST')
            """)
        .param("groups", groups.toArray(String[]::new))
        .param("case", id.value())
        .update();
  }

  /// Counts the objects in the evidence of a case.
  public int evidence(CaseId id) {
    return jdbc.sql("""
            /* review.count_evidence */
            select count(*) as objects from review.case_evidence where case_id = :case
            """)
        .param("case", id.value())
        .query((row, _) -> row.getInt("objects"))
        .single();
  }

  /// Adds a case, without its sources.
  public CaseId insert(NewSource first, Route route, CaseState state) {
    Subject subject = first.subject();
    return jdbc.sql("""
            /* review.insert_case */
            insert into review.review_case (state, queue, messenger, surface, account, room,
                message, category, severity, priority, lane, opened_at, due_at)
            values (:state, :queue, :messenger, :surface, :account, :room, :message, :category,
                :severity, :priority, :lane, :opened_at, :due_at)
            returning case_id
            """)
        .param("state", state.name())
        .param("queue", route.queue().value())
        .param("messenger", subject.messenger().value())
        .param("surface", subject.surface().word())
        .param("account", CaseStore.text(subject.account()))
        .param("room", CaseStore.text(subject.room()))
        .param("message", CaseStore.text(subject.message()))
        .param("category", first.category().value())
        .param("severity", route.severity().name())
        .param("priority", route.priority())
        .param("lane", SourceRows.lane(first.source()))
        .param("opened_at", Columns.utc(first.source().at()))
        .param("due_at", Columns.utc(route.dueAt()))
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .single();
  }

  /// Adds a source to a case, with its members and its evidence.
  ///
  /// @param credit of its sender, in minutes
  public void add(CaseId id, NewSource added, int credit) {
    int rows = jdbc.sql("""
            /* review.add_source */
            insert into review.case_source (case_id, kind, source_id, lane, credit,
                room_members, organisation, came_at)
            values (:case, :kind, :source, :lane, :credit, :room_members, :organisation, :at)
            on conflict do nothing
            """)
        .param("case", id.value())
        .param("kind", SourceRows.kind(added.source()))
        .param("source", SourceRows.id(added.source()))
        .param("lane", SourceRows.lane(added.source()))
        .param("credit", credit)
        .param("room_members", Columns.nullable(added.roomMembers()))
        .param("organisation", added.organisation().map(OrganisationId::value).orElse(null))
        .param("at", Columns.utc(added.source().at()))
        .update();
    count(id, rows);
    added.members().forEach(member -> addMember(id, SourceRows.id(added.source()), member));
    added
        .evidence()
        .forEach(evidence -> addEvidence(id, evidence.value(), added.source().at()));
  }

  private void count(CaseId id, int more) {
    jdbc.sql("""
            /* review.count_source */
            update review.review_case set seen = seen + :more where case_id = :case
            """).param("more", more).param("case", id.value()).update();
  }

  private void addMember(CaseId id, UUID scan, MemberId member) {
    jdbc.sql("""
            /* review.add_member */
            insert into review.case_member (case_id, scan_id, member_id)
            values (:case, :scan, :member) on conflict do nothing
            """)
        .param("case", id.value())
        .param("scan", scan)
        .param("member", member.value())
        .update();
  }

  private void addEvidence(CaseId id, UUID evidence, Instant at) {
    jdbc.sql("""
            /* review.add_evidence */
            insert into review.case_evidence (case_id, evidence_id, added_at)
            values (:case, :evidence, :at) on conflict do nothing
            """)
        .param("case", id.value())
        .param("evidence", evidence)
        .param("at", Columns.utc(at))
        .update();
  }

  /// Returns the facts that decide the urgency of a case now. Scans only count: they have neither
  /// an accuracy nor the size of a room.
  ///
  /// @param credit in minutes, where no notice has any
  public Weight weigh(CaseId id, int credit) {
    return jdbc.sql("""
            /* review.weigh */
            select c.surface, c.opened_at, c.lane or coalesce(bool_or(s.lane), false) as lane,
                   c.seen as sources, coalesce(max(s.credit), :credit) as credit,
                   max(s.room_members) as room_members, c.priority >= :danger as danger
              from review.review_case c
              left join review.case_source s on s.case_id = c.case_id and s.kind = 'NOTICE'
             where c.case_id = :case group by c.case_id
            """)
        .param("credit", credit)
        .param("danger", Route.DANGER)
        .param("case", id.value())
        .query((row, _) -> new Weight(
            EnumWords.stored(Surface.class, row.getString("surface")),
            row.getBoolean("lane"),
            row.getInt("sources"),
            row.getInt("credit"),
            Columns.optionalLong(row, "room_members"),
            Columns.instant(row, "opened_at"),
            row.getBoolean("danger")))
        .single();
  }

  /// Routes a case again; an escalated case keeps its priority, unless the new one is higher.
  public void route(CaseId id, Route route, boolean lane) {
    jdbc.sql("""
            /* review.route */
            update review.review_case
               set queue = :queue, severity = :severity, lane = :lane, due_at = :due_at,
                   priority = case when escalated then greatest(priority, :priority)
                                   else :priority end,
                   version = version + 1
             where case_id = :case
            """)
        .param("queue", route.queue().value())
        .param("severity", route.severity().name())
        .param("lane", lane)
        .param("due_at", Columns.utc(route.dueAt()))
        .param("priority", route.priority())
        .param("case", id.value())
        .update();
  }
}
