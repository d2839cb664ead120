package org.vigie.server.access;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.access.store.LedgerStore;
import org.vigie.server.frame.MicrosecondClock;

/// The append-only record of acts and looks, with their author.
public interface AccessLedger {
  /// Appends an entry in the transaction of the caller, or in one of its own if there is none.
  /// After the commit the entry cannot be changed or deleted.
  ///
  /// @param subject the identifier of the thing acted on: `member:1234`; never content or names
  /// @param detail more about it, empty or `name=value` pairs with a space between them:
  ///     `form=json revision=12`; identifiers and stable words only, which the database checks
  void record(Caller caller, Act act, String subject, String detail);

  /// Appends an entry without detail.
  default void record(Caller caller, Act act, String subject) {
    record(caller, act, subject, "");
  }

  /// Returns the ledger of a database that the server has prepared before; for the command line.
  static AccessLedger over(DataSource source) {
    return new LedgerStore(JdbcClient.create(source), MicrosecondClock.system());
  }
}
