package org.vigie.server.review.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.PersonId;
import org.vigie.server.evidence.EvidenceId;
import org.vigie.server.frame.Columns;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.Waiting;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.Stage;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseMaterial;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.QueueName;
import org.vigie.server.review.cases.Route;

/// Cases and their holders. Each update names the state that the case must have, so that only one
/// of two concurrent updates succeeds.
public final class CaseStore {
  /// The most scans of a case that are read, the newest first; others are only counted.
  private static final int MOST_SCANS = 100;

  private final JdbcClient jdbc;

  public CaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A person who wants to claim a case.
  ///
  /// @param organisation theirs; they may not decide cases that it reported
  /// @param lead whether they decide cases on which two others disagree
  /// @param spared whether they have seen enough harm to get no high and critical cases
  public record Claimant(
      PersonId person, Optional<OrganisationId> organisation, boolean lead, boolean spared) {}

  /// Who holds a case, and until when.
  public record Holder(PersonId person, Instant until) {}

  /// A case that has an object among its evidence.
  ///
  /// @param open whether it is not decided
  public record OfEvidence(CaseId id, boolean open) {}

  /// Claims a case that waits, or whose claim has expired. Returns false if another person holds
  /// it, or if it is decided.
  public boolean claim(PersonId person, CaseId id, Instant now, Instant until) {
    return jdbc.sql("""
            /* review.claim */
            update review.review_case
               set state = 'CLAIMED', claimed_by = :person, claimed_until = :until,
                   version = version + 1
             where case_id = :case
               and (state = 'OPEN' or (state = 'CLAIMED' and claimed_until <= :now))
            """)
            .param("person", person.value())
            .param("until", Columns.utc(until))
            .param("case", id.value())
            .param("now", Columns.utc(now))
            .update()
        == 1;
  }

  /// Extends a claim. Returns false if it has expired. The version stays, because nothing that a
  /// decision depends on has changed.
  public boolean keep(PersonId person, CaseId id, Instant now, Instant until) {
    return jdbc.sql("""
            /* review.keep */
            update review.review_case set claimed_until = :until
             where case_id = :case and state = 'CLAIMED' and claimed_by = :person
               and claimed_until > :now
            """)
            .param("until", Columns.utc(until))
            .param("case", id.value())
            .param("person", person.value())
            .param("now", Columns.utc(now))
            .update()
        == 1;
  }

  /// Puts a case back. Returns false if the person does not hold it.
  public boolean release(PersonId person, CaseId id) {
    return jdbc.sql("""
            /* review.release */
            update review.review_case
               set state = 'OPEN', claimed_by = null, claimed_until = null, version = version + 1
             where case_id = :case and state = 'CLAIMED' and claimed_by = :person
            """)
            .param("case", id.value())
            .param("person", person.value())
            .update()
        == 1;
  }

  /// Puts a case back for leads. Returns false if the person does not hold it.
  public boolean passUp(PersonId person, CaseId id) {
    return jdbc.sql("""
            /* review.pass_up */
            update review.review_case
               set state = 'OPEN', stage = 'LEAD', claimed_by = null, claimed_until = null,
                   version = version + 1
             where case_id = :case and state = 'CLAIMED' and claimed_by = :person
            """)
            .param("case", id.value())
            .param("person", person.value())
            .update()
        == 1;
  }

  /// Puts back cases whose claim has expired, 500 at most; returns their number.
  public int releaseExpired(Instant now) {
    return jdbc.sql("""
            /* review.release_expired */
            update review.review_case
               set state = 'OPEN', claimed_by = null, claimed_until = null, version = version + 1
             where case_id in (select case_id from review.review_case
                                where state = 'CLAIMED' and claimed_until <= :now
                                order by claimed_until limit 500 for update skip locked)
            """).param("now", Columns.utc(now)).update();
  }

  /// Escalates cases that have used 75 % of their deadline, 500 at most; returns their number.
  public int escalate(Instant now, int priority) {
    return jdbc.sql("""
            /* review.escalate */
            update review.review_case set escalated = true, priority = greatest(priority, :priority)
             where case_id in (select case_id from review.review_case
                                where due_at is not null and not escalated
                                  and state in ('OPEN', 'CLAIMED')
                                  and opened_at + (due_at - opened_at) * 0.75 <= :now
                                limit 500 for update skip locked)
            """)
        .param("now", Columns.utc(now))
        .param("priority", priority)
        .update();
  }

  /// Keeps a case from being offered to a person. Having skipped it weighs less than having
  /// decided it or passed it up.
  public void recuse(CaseId id, PersonId person, String cause, String reason, Instant now) {
    jdbc.sql("""
            /* review.recuse */
            insert into review.case_recusal (case_id, person_id, cause, reason, since)
            values (:case, :person, :cause, :reason, :now)
            on conflict (case_id, person_id) do update
               set cause = excluded.cause, reason = excluded.reason, since = excluded.since
             where excluded.cause <> 'SKIPPED'
            """)
        .param("case", id.value())
        .param("person", person.value())
        .param("cause", cause)
        .param("reason", reason)
        .param("now", Columns.utc(now))
        .update();
  }

  /// Lets a person decide a case again that they decided before.
  public void readmit(CaseId id, PersonId person) {
    jdbc.sql("""
            /* review.readmit */
            delete from review.case_recusal
             where case_id = :case and person_id = :person and cause = 'DECIDED'
            """).param("case", id.value()).param("person", person.value()).update();
  }

  /// Returns whether a person decided a case before, passed it up, or belongs to an organisation
  /// that reported it. Having skipped it is no conflict.
  public boolean conflicts(Claimant claimant, CaseId id) {
    return jdbc.sql("""
            /* review.conflicts */
            select exists (select 1 from review.case_recusal
                            where case_id = :case and person_id = :person and cause <> 'SKIPPED')
                or exists (select 1 from review.case_source
                            where case_id = :case
                              and organisation = cast(:organisation as uuid)) as conflict
            """)
        .param("case", id.value())
        .param("person", claimant.person().value())
        .param(
            "organisation", claimant.organisation().map(OrganisationId::value).orElse(null))
        .query((row, _) -> row.getBoolean("conflict"))
        .single();
  }

  /// Returns those of some cases that conflict with a person.
  ///
  /// @see #conflicts(Claimant, CaseId)
  public Set<CaseId> conflicts(Claimant claimant, List<CaseId> some) {
    return jdbc.sql("""
            /* review.conflicts_of_cases */
            select case_id from review.case_recusal
             where case_id = any (:cases) and person_id = :person and cause <> 'SKIPPED'
             union
            select case_id from review.case_source
             where case_id = any (:cases) and organisation = cast(:organisation as uuid)
            """)
        .param("cases", some.stream().map(CaseId::value).toArray(Long[]::new))
        .param("person", claimant.person().value())
        .param(
            "organisation", claimant.organisation().map(OrganisationId::value).orElse(null))
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .set();
  }

  /// Returns who holds a case.
  public Optional<Holder> holder(CaseId id) {
    return jdbc.sql("""
            /* review.holder */
            select claimed_by, claimed_until from review.review_case
             where case_id = :case and state = 'CLAIMED'
            """)
        .param("case", id.value())
        .query((row, _) -> new Holder(
            new PersonId(Columns.uuid(row, "claimed_by")), Columns.instant(row, "claimed_until")))
        .optional();
  }

  /// Returns the cases that a person holds, the one claimed first first.
  public List<CaseId> heldBy(PersonId person, Instant now) {
    return jdbc.sql("""
            /* review.held_by */
            select case_id from review.review_case
             where claimed_by = :person and claimed_until > :now
             order by claimed_until
            """)
        .param("person", person.value())
        .param("now", Columns.utc(now))
        .query((row, _) -> new CaseId(row.getLong("case_id")))
        .list();
  }

  /// Counts the cases that a person holds, with the end of the first lock.
  public Waiting.Count countHeld(PersonId person, Instant now) {
    return jdbc.sql("""
            /* review.count_held */
            select count(*) as cases, min(claimed_until) as until from review.review_case
             where claimed_by = :person and claimed_until > :now
            """)
        .param("person", person.value())
        .param("now", Columns.utc(now))
        .query((row, _) ->
            new Waiting.Count(row.getLong("cases"), Columns.optionalInstant(row, "until")))
        .single();
  }

  /// Finds a case and holds its row until the end of the transaction.
  public Optional<Case> lock(CaseId id) {
    return read(id, "for update");
  }

  public Optional<Case> find(CaseId id) {
    return read(id, "");
  }

  /// Returns some cases, without their material.
  public List<Case> findBare(List<CaseId> some) {
    return jdbc.sql(
            "/* review.cases */ select * from review.review_case where case_id = any (:cases)")
        .param("cases", some.stream().map(CaseId::value).toArray(Long[]::new))
        .query((row, _) -> bare(row))
        .list();
  }

  private Optional<Case> read(CaseId id, String lock) {
    return jdbc.sql(
            "/* review.case */ select * from review.review_case where case_id = :case " + lock)
        .param("case", id.value())
        .query((row, _) -> bare(row))
        .optional()
        .map(this::complete);
  }

  private Case complete(Case bare) {
    return bare.with(new CaseMaterial(
        sources(bare.id()), evidence(bare.id()), bare.material().seen()));
  }

  private List<CaseSource> sources(CaseId id) {
    return jdbc.sql("""
            /* review.sources */
            select * from (
                select * from review.case_source where case_id = :case and kind = 'NOTICE'
                 union all
                (select * from review.case_source where case_id = :case and kind = 'SCAN'
                  order by came_at desc limit :most)) source
             order by came_at, source_id
            """)
        .param("case", id.value())
        .param("most", MOST_SCANS)
        .query((row, _) -> SourceRows.read(row))
        .list();
  }

  /// Returns all sources of a case, the oldest first, however many there are.
  public List<CaseSource> allSources(CaseId id) {
    return jdbc.sql("""
            /* review.all_sources */
            select * from review.case_source where case_id = :case order by came_at, source_id
            """)
        .param("case", id.value())
        .query((row, _) -> SourceRows.read(row))
        .list();
  }

  /// Notes when the first decision about a case took effect. Later ones change nothing.
  public void noteDecided(CaseId id, Instant at, boolean byPolicy) {
    jdbc.sql("""
            /* review.note_decided */
            update review.review_case set decided_at = :at, by_policy = :by_policy
             where case_id = :case and decided_at is null
            """)
        .param("at", Columns.utc(at))
        .param("by_policy", byPolicy)
        .param("case", id.value())
        .update();
  }

  /// Returns the cases that have an object among their evidence, oldest first.
  public List<OfEvidence> ofEvidence(EvidenceId id) {
    return jdbc.sql("""
            /* review.cases_of_evidence */
            select case_id, state <> 'DECIDED' as open
              from review.case_evidence join review.review_case using (case_id)
             where evidence_id = :evidence order by case_id
            """)
        .param("evidence", id.value())
        .query(
            (row, _) -> new OfEvidence(new CaseId(row.getLong("case_id")), row.getBoolean("open")))
        .list();
  }

  private List<EvidenceId> evidence(CaseId id) {
    return jdbc.sql("""
            /* review.evidence */
            select evidence_id from review.case_evidence where case_id = :case
             order by added_at, evidence_id
            """)
        .param("case", id.value())
        .query((row, _) -> new EvidenceId(Columns.uuid(row, "evidence_id")))
        .list();
  }

  /// Reads a row, without sources and evidence.
  static Case bare(ResultSet row) throws SQLException {
    return new Case(
        new CaseId(row.getLong("case_id")),
        row.getLong("version"),
        CaseState.valueOf(row.getString("state")),
        Stage.valueOf(row.getString("stage")),
        subject(row),
        new CategoryKey(row.getString("category")),
        route(row),
        CaseMaterial.unread(row.getInt("seen")));
  }

  private static Route route(ResultSet row) throws SQLException {
    return new Route(
        new QueueName(row.getString("queue")),
        Severity.valueOf(row.getString("severity")),
        row.getInt("priority"),
        Columns.instant(row, "opened_at"),
        Columns.optionalInstant(row, "due_at"));
  }

  private static Subject subject(ResultSet row) throws SQLException {
    return new Subject(
        new MessengerId(row.getString("messenger")),
        EnumWords.stored(Surface.class, row.getString("surface")),
        Columns.optionalText(row, "room").map(Reference::new),
        Columns.optionalText(row, "account").map(Reference::new),
        Columns.optionalText(row, "message").map(Reference::new));
  }

  static @Nullable String text(Optional<Reference> reference) {
    return reference.map(Reference::value).orElse(null);
  }
}
