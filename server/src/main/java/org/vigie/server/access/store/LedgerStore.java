package org.vigie.server.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Act;
import org.vigie.server.access.Caller;
import org.vigie.server.access.People;
import org.vigie.server.access.ledger.LedgerEntry;
import org.vigie.server.access.ledger.LedgerFilter;
import org.vigie.server.frame.Columns;

/// The ledger in the database, whose triggers refuse to change or delete an entry.
public final class LedgerStore implements AccessLedger {
  private static final Instant BEGINNING = Instant.EPOCH;
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public LedgerStore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void record(Caller caller, Act act, String subject, String detail) {
    jdbc.sql("""
            /* access.append_to_ledger */
            insert into access.ledger (at, caller, act, subject, detail)
            values (:at, :caller, :act, :subject, :detail)
            """)
        .param("at", Columns.utc(clock.instant()))
        .param("caller", caller.reference())
        .param("act", act.phrase())
        .param("subject", subject)
        .param("detail", detail)
        .update();
  }

  /// Returns entries, newest first.
  ///
  /// @param before only entries with smaller numbers
  public List<LedgerEntry> find(LedgerFilter filter, long before, int limit) {
    return jdbc.sql("""
            /* access.find_in_ledger */
            select entry_id, l.at, caller, p.name as caller_name, act, subject,
                   detail,
                   i.issued_by, q.name as issuer_name
              from access.ledger l left join access.person p on caller = 'person:' || p.person_id
              left join lateral (
                  select issued_by from access.access_issue
                   where holder = l.caller and issued_by <> holder and access_issue.at <= l.at
                     and access_issue.at > l.at - :named::interval
                   order by access_issue.at desc, issue_id desc limit 1) i on true
              left join access.person q on i.issued_by = 'person:' || q.person_id
             where entry_id < :before
               and (:caller = '' or caller = :caller)
               and starts_with(act, :act)
               and (:subject = '' or subject = :subject)
               and l.at >= :from and l.at < :to
             order by entry_id desc limit :limit
            """)
        .param("before", before)
        .param("caller", filter.caller())
        .param("act", filter.act())
        .param("subject", filter.subject())
        .param("from", Columns.utc(filter.from().map(LedgerStore::start).orElse(BEGINNING)))
        .param("to", Columns.utc(filter.to().map(day -> start(day.plusDays(1))).orElse(END)))
        .param("limit", limit)
        .param("named", People.NAMED.toDays() + " days")
        .query(LedgerStore::entry)
        .list();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
    return new LedgerEntry(
        row.getLong("entry_id"),
        Columns.instant(row, "at"),
        row.getString("caller"),
        Columns.optionalText(row, "caller_name"),
        issuer(row.getString("issued_by"), row.getString("issuer_name")),
        row.getString("act"),
        row.getString("subject"),
        row.getString("detail"));
  }

  private static Optional<LedgerEntry.Issuer> issuer(
      @Nullable String reference, @Nullable String name) {
    return Optional.ofNullable(reference)
        .map(given -> new LedgerEntry.Issuer(given, Optional.ofNullable(name)));
  }
}
