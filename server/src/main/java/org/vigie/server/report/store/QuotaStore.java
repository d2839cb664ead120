package org.vigie.server.report.store;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The bytes that each sender has had sealed in a day.
public final class QuotaStore {
  private final JdbcClient jdbc;

  public QuotaStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Counts bytes, unless the count of the day would be over a limit then; returns whether it
  /// did.
  ///
  /// @param sender its digest
  public boolean take(LocalDate day, byte[] sender, long bytes, long limit) {
    return bytes <= limit
        && jdbc.sql("""
                /* report.take_quota */
                insert into report.upload_quota as q (day, sender_digest, bytes)
                values (:day, :sender, :bytes)
                on conflict (day, sender_digest) do update set bytes = q.bytes + :bytes
                 where q.bytes + :bytes <= :limit
                """)
                .param("day", day)
                .param("sender", sender)
                .param("bytes", bytes)
                .param("limit", limit)
                .update()
            == 1;
  }

  /// Counts bytes of a day no longer.
  public void giveBack(LocalDate day, byte[] sender, long bytes) {
    jdbc.sql("""
            /* report.give_back_quota */
            update report.upload_quota set bytes = greatest(bytes - :bytes, 0)
             where day = :day and sender_digest = :sender
            """)
        .param("day", day)
        .param("sender", sender)
        .param("bytes", bytes)
        .update();
  }

  /// Removes the counts of days before one; returns their number.
  public int forget(LocalDate before) {
    return jdbc.sql("/* report.forget_quotas */ delete from report.upload_quota where day < :day")
        .param("day", before)
        .update();
  }
}
