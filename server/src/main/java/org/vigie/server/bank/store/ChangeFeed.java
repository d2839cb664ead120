package org.vigie.server.bank.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.fingerprint.ExactSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.frame.Columns;

/// Reads the log for an index, and the state of the changed members. Each statement sees
/// everything that is committed when it begins.
public final class ChangeFeed {
  private final JdbcClient jdbc;
  private final SignalValues values;

  public ChangeFeed(JdbcClient jdbc, SignalValues values) {
    this.jdbc = jdbc;
    this.values = values;
  }

  /// Returns the last change, if there has been any.
  public Optional<LoggedChange> last() {
    return jdbc.sql("""
            /* bank.last_change */
            select * from bank.change order by revision desc limit 1""").query(ChangeFeed::change).optional();
  }

  /// Returns whether the log has this revision with this mark.
  public boolean has(long revision, UUID mark) {
    return jdbc.sql("""
            /* bank.has_change */
            select count(*) from bank.change where revision = :revision and mark = :mark""")
            .param("revision", revision)
            .param("mark", mark)
            .query(Long.class)
            .single()
        == 1;
  }

  /// Returns the first changes after a revision, in their order.
  public List<LoggedChange> after(long revision, int limit) {
    return jdbc.sql("""
            /* bank.changes_after */
            select * from bank.change where revision > :revision order by revision limit :limit""")
        .param("revision", revision)
        .param("limit", limit)
        .query(ChangeFeed::change)
        .list();
  }

  /// Returns the first changes after a revision, and up to another, since which content can
  /// match that did not before.
  public List<LoggedChange> grown(long after, long upTo, int limit) {
    return jdbc.sql("""
            /* bank.grown_changes */
            select * from bank.change
             where revision > :after and revision <= :upTo and grown
             order by revision limit :limit""")
        .param("after", after)
        .param("upTo", upTo)
        .param("limit", limit)
        .query(ChangeFeed::change)
        .list();
  }

  private static LoggedChange change(ResultSet row, int number) throws SQLException {
    return new LoggedChange(
        row.getLong("revision"),
        Columns.uuid(row, "mark"),
        new Change(
            Change.Kind.valueOf(row.getString("kind")),
            new BankId(row.getInt("bank_id")),
            Columns.optionalLong(row, "member_id"),
            Columns.optionalLong(row, "import_id")));
  }

  /// Returns every open bank.
  public List<Bank> banks() {
    return new BankStore(jdbc).list();
  }

  /// Returns the signals of some members.
  public List<IndexedSignal> ofMembers(List<Long> members) {
    return signals(
        "m.member_id = any(:members)",
        statement -> statement.param("members", members.toArray(Long[]::new)));
  }

  /// Returns the signals of the first members after one.
  ///
  /// @param limit how many members
  public List<IndexedSignal> of(MemberGroup group, long after, int limit) {
    String page = group.condition() + " and m.member_id > :after order by m.member_id limit :limit";
    return signals(page, statement -> {
      JdbcClient.StatementSpec filled = statement.param("after", after).param("limit", limit);
      return group.filled(filled);
    });
  }

  private interface Parameters {
    JdbcClient.StatementSpec fill(JdbcClient.StatementSpec statement);
  }

  private List<IndexedSignal> signals(String members, Parameters parameters) {
    return parameters
        .fill(jdbc.sql("""
            /* bank.indexed_signals */
            select m.bank_id, m.member_id, m.status, m.disabled_until, m.verified, m.min_quality,
                   s.slot, s.signal_type, s.value, s.quality
              from (select m.*, b.verified, b.min_quality
                      from bank.member m join bank.bank b using (bank_id) where %s) m
              join bank.signal s using (member_id)
             order by m.member_id, s.slot""".formatted(members)))
        .query((row, _) -> signal(row))
        .list();
  }

  private IndexedSignal signal(ResultSet row) throws SQLException {
    Signal signal = values.signal(row.getString("signal_type"), row.getBytes("value"));
    MemberStatus status = MemberStatus.valueOf(row.getString("status"));
    boolean exact = signal instanceof ExactSignal;
    boolean goodEnough =
        exact || Columns.optionalInt(row, "quality").orElse(100) >= row.getInt("min_quality");
    return new IndexedSignal(
        row.getInt("bank_id"),
        row.getLong("member_id"),
        row.getInt("slot"),
        signal,
        goodEnough && counts(status, exact && row.getBoolean("verified")),
        status,
        Columns.optionalInstant(row, "disabled_until"));
  }

  /// Returns whether a signal counts. A member that is set aside for matching too much keeps its
  /// confirmed digests, which match only their equal.
  private static boolean counts(MemberStatus status, boolean confirmedDigest) {
    return switch (status) {
      case ACTIVE, DISPUTED -> true;
      case SET_ASIDE -> confirmedDigest;
      case WITHDRAWN -> false;
    };
  }
}
