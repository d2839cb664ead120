package org.vigie.server.review.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.PersonId;
import org.vigie.server.frame.Columns;
import org.vigie.server.frame.Waiting;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.CaseQuery;
import org.vigie.server.review.cases.Route;
import org.vigie.server.review.cases.Upcoming;
import org.vigie.server.review.store.CaseStore.Claimant;

/// Finds the next case for a person.
///
/// While they work on one, the next can be reserved for them, so that their browser fetches it
/// ahead. A reservation is not a claim: other reviewers get other cases first, but may claim the
/// case by name.
public final class NextStore {
  /// The cases that a claimant may decide and is not spared.
  ///
  /// Opt-outs are looked up by array position, which the planner cannot estimate. For `<> all` it
  /// assumes that hardly any case passes, and sorts them all.
  private static final String FITS = """
      c.state = 'OPEN'
        and (c.stage <> 'LEAD' or :lead)
        and (not :spared or c.severity in ('LOW', 'MEDIUM'))
        and array_position(array(select o.category from review.opt_out o
                                  where o.person_id = :person), c.category) is null
        and not exists (select 1 from review.case_recusal r
                         where r.case_id = c.case_id and r.person_id = :person)
        and (cast(:organisation as uuid) is null or not exists
              (select 1 from review.case_source s
                where s.case_id = c.case_id and s.organisation = :organisation))
      """;

  private static final String UNRESERVED = """
      not exists (select 1 from review.reservation v
                   where v.case_id = c.case_id and v.person_id <> :person and v.until > :now)
      """;

  private static final String DANGER = "c.priority >= " + Route.DANGER;

  private static final String CLAIMED = """
      set state = 'CLAIMED', claimed_by = :person, claimed_until = :until, version = version + 1
      """;

  private final JdbcClient jdbc;

  public NextStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Claims a case in which somebody's life is in danger, otherwise the case that is reserved
  /// for the claimant, otherwise the first unreserved case, otherwise the first open case. Empty
  /// if there is none that they may decide. Skips cases that another transaction is claiming.
  ///
  /// @param within the cases to choose from, in any state
  public Optional<CaseId> claim(Claimant claimant, CaseQuery within, Instant now, Instant until) {
    return claim(DANGER, claimant, within, now, until)
        .or(() -> claimReserved(claimant, within, now, until))
        .or(() -> claim(UNRESERVED, claimant, within, now, until))
        .or(() -> claim("true", claimant, within, now, until));
  }

  private Optional<CaseId> claimReserved(
      Claimant claimant, CaseQuery within, Instant now, Instant until) {
    return with(claimant, within, now, jdbc.sql("""
            /* review.claim_reserved */
            with mine as (delete from review.reservation where person_id = :person
                          returning case_id, until)
            update review.review_case c %s
             where c.case_id = (select case_id from mine where mine.until > :now
                                 order by mine.until desc limit 1)
               and %s and %s
            returning c.case_id
            """.formatted(
                CLAIMED, QueryConditions.of(within).sql(), FITS)))
        .param("until", Columns.utc(until))
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .optional();
  }

  private Optional<CaseId> claim(
      String which, Claimant claimant, CaseQuery within, Instant now, Instant until) {
    return with(claimant, within, now, jdbc.sql("""
            /* review.claim_next */
            update review.review_case %s where case_id = (%s) returning case_id
            """.formatted(CLAIMED, first(which, within))))
        .param("until", Columns.utc(until))
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .optional();
  }

  /// Reserves the first unreserved open case, and releases the claimant's earlier reservation.
  /// Empty if there is none.
  public Optional<CaseId> reserve(Claimant claimant, CaseQuery within, Instant now, Instant until) {
    forget(claimant.person());
    return with(claimant, within, now, jdbc.sql("""
            /* review.reserve */
            insert into review.reservation (case_id, person_id, until)
            select next.case_id, :person, :until from (%s) next
            on conflict (case_id) do update
               set person_id = excluded.person_id, until = excluded.until
             where reservation.until <= :now
            returning case_id
            """.formatted(first(UNRESERVED, within))))
        .param("until", Columns.utc(until))
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .optional();
  }

  /// Returns the open cases that a claimant may be handed, in the order in which they wait. Cases
  /// that are reserved for somebody are among them.
  public List<Upcoming> upcoming(Claimant claimant, CaseQuery within, Instant now, int most) {
    return with(claimant, within, now, jdbc.sql("""
            /* review.upcoming */
            select c.*,
                   (select count(distinct m.member_id) from review.case_member m
                     where m.case_id = c.case_id) as matches,
                   (select s.source_id from review.case_source s
                     where s.case_id = c.case_id and s.kind = 'NOTICE'
                     order by s.came_at, s.source_id limit 1) as notice_id
              from (select c.* from review.review_case c where %s and %s
                     order by c.priority desc, c.case_id limit :most) c
             order by c.priority desc, c.case_id
            """.formatted(
                QueryConditions.of(within).sql(), FITS)))
        .param("most", most)
        .query((row, _) -> new Upcoming(
            CaseStore.bare(row),
            row.getInt("matches"),
            Columns.optionalUuid(row, "notice_id").map(NoticeId::new)))
        .list();
  }

  /// Gives up the reservation of a person.
  public void forget(PersonId person) {
    jdbc.sql("/* review.forget */ delete from review.reservation where person_id = :person")
        .param("person", person.value())
        .update();
  }

  /// Returns whether a case that waits is reserved for a person.
  public boolean isReserved(PersonId person, CaseId id, Instant now) {
    return jdbc.sql("""
            /* review.is_reserved */
            select exists (select 1 from review.reservation join review.review_case using (case_id)
                            where case_id = :case and person_id = :person and until > :now
                              and state = 'OPEN') as reserved
            """)
        .param("case", id.value())
        .param("person", person.value())
        .param("now", Columns.utc(now))
        .query((row, _) -> row.getBoolean("reserved"))
        .single();
  }

  /// Counts the open cases that a claimant may be handed, the most urgent first, up to a number,
  /// with the first deadline among them.
  public Waiting.Count waiting(Claimant claimant, int most) {
    return jdbc.sql("""
            /* review.waiting_for */
            select count(*) as cases, min(w.due_at) as due
              from (select c.due_at from review.review_case c where %s
                     order by c.priority desc, c.case_id limit :most) w
            """.formatted(FITS))
        .param("person", claimant.person().value())
        .param(
            "organisation", claimant.organisation().map(OrganisationId::value).orElse(null))
        .param("lead", claimant.lead())
        .param("spared", claimant.spared())
        .param("most", most)
        .query((row, _) ->
            new Waiting.Count(row.getLong("cases"), Columns.optionalInstant(row, "due")))
        .single();
  }

  private static String first(String which, CaseQuery within) {
    return """
        select c.case_id from review.review_case c where %s and %s and %s
         order by c.priority desc, c.case_id limit 1 for update skip locked
        """.formatted(QueryConditions.of(within).sql(), which, FITS);
  }

  private static JdbcClient.StatementSpec with(
      Claimant claimant, CaseQuery within, Instant now, JdbcClient.StatementSpec statement) {
    return statement
        .params(QueryConditions.of(within).parameters())
        .param("person", claimant.person().value())
        .param(
            "organisation", claimant.organisation().map(OrganisationId::value).orElse(null))
        .param("lead", claimant.lead())
        .param("spared", claimant.spared())
        .param("now", Columns.utc(now));
  }
}
