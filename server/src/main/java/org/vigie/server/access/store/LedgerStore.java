package org.vigie.server.access.store;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;

/// The ledger in the database, whose triggers refuse to change or delete an entry.
public final class LedgerStore implements AccessLedger {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  public LedgerStore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void record(Caller caller, String act, String subject) {
    jdbc.sql("""
            /* access.append_to_ledger */
            insert into access.ledger (at, caller, act, subject)
            values (:at, :caller, :act, :subject)
            """)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("caller", caller.reference())
        .param("act", act)
        .param("subject", subject)
        .update();
  }
}
