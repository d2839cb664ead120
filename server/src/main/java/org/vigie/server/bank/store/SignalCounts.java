package org.vigie.server.bank.store;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.IndexState;

/// Counts the signals that match.
public final class SignalCounts {
  private final JdbcClient jdbc;

  public SignalCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Returns how many signals count now, and since which revision.
  public IndexState now() {
    BankRevision revision =
        new BankRevision(jdbc.sql("/* bank.revision_for_counts */ select number from bank.revision")
            .query(Long.class)
            .single());
    return new IndexState(revision, madeAt(revision), counts());
  }

  /// Returns when a revision was made, in seconds since 1970; 0 for the empty state.
  public long madeAt(BankRevision revision) {
    return jdbc.sql("""
            /* bank.time_of_revision */
            select extract(epoch from happened_at)::bigint from bank.change
             where revision = :revision""")
        .param("revision", revision.number())
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql("""
            /* bank.count_signals */
            select s.signal_type, count(*) as signals
              from bank.signal s
              join bank.member m using (member_id)
              join bank.bank b using (bank_id)
             where b.closed_at is null and m.status in ('ACTIVE', 'DISPUTED')
             group by s.signal_type""").query(row -> {
      counts.put(row.getString("signal_type"), row.getLong("signals"));
    });
    return counts;
  }
}
