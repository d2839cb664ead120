package org.vigie.server.bank.store;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.frame.Columns;

/// Appends to the log of changes.
public final class ChangeLog {
  /// The channel that notifies waiting followers.
  public static final String CHANNEL = "vigie_bank_changes";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  public ChangeLog(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Appends a change under the next revision, and holds the counter until the transaction ends.
  ///
  /// @param grown whether content that did not match before can match now
  public BankRevision append(Change change, boolean grown, String caller) {
    BankRevision revision = next();
    jdbc.sql("""
            /* bank.append_change */
            insert into bank.change
              (revision, kind, bank_id, member_id, import_id, grown, happened_at, caller)
            values (:revision, :kind, :bank, :member, :import, :grown, :now, :caller)""")
        .param("revision", revision.number())
        .param("kind", change.kind().name())
        .param("bank", change.bank().value())
        .param("member", Columns.nullable(change.member()))
        .param("import", Columns.nullable(change.importId()))
        .param("grown", grown)
        .param("now", Columns.utc(clock.instant()))
        .param("caller", caller)
        .update();
    jdbc.sql("/* bank.notify */ select pg_notify(:channel, '')")
        .param("channel", CHANNEL)
        .query()
        .singleRow();
    return revision;
  }

  /// Returns the revision of the last change that was committed.
  public BankRevision current() {
    return new BankRevision(jdbc.sql("/* bank.current_revision */ select number from bank.revision")
        .query(Long.class)
        .single());
  }

  private BankRevision next() {
    return new BankRevision(jdbc.sql("""
            /* bank.next_revision */
            update bank.revision set number = number + 1 returning number""").query(Long.class).single());
  }
}
