package org.vigie.server.bank.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.bank.BankId;

/// Members that are read together.
public sealed interface MemberGroup {
  /// All that may match.
  record Matching() implements MemberGroup {}

  /// All that match with a reservation: disputed, or disabled for a time.
  record Remarkable() implements MemberGroup {}

  /// All members that do not match, or only by their digests, for good or until a decision.
  record Idle() implements MemberGroup {}

  /// All of a bank.
  record OfBank(BankId bank) implements MemberGroup {}

  /// All that an import added or changed.
  record OfImport(long importId) implements MemberGroup {}

  /// Returns the condition on `bank.member m`.
  default String condition() {
    return switch (this) {
      case Matching _ -> "m.status <> 'WITHDRAWN' and b.closed_at is null";
      case Remarkable _ ->
        "(m.status = 'DISPUTED' or m.disabled_until is not null) and b.closed_at is null";
      case Idle _ -> "m.status in ('WITHDRAWN', 'SET_ASIDE') and b.closed_at is null";
      case OfBank _ -> "m.bank_id = :bank";
      case OfImport _ -> """
          (m.import_id = :import or m.member_id in
            (select c.member_id from bank.import_change c where c.import_id = :import))""";
    };
  }

  /// Sets the parameters of the condition.
  default JdbcClient.StatementSpec filled(JdbcClient.StatementSpec statement) {
    return switch (this) {
      case Matching _, Remarkable _, Idle _ -> statement;
      case OfBank of -> statement.param("bank", of.bank().value());
      case OfImport of -> statement.param("import", of.importId());
    };
  }
}
