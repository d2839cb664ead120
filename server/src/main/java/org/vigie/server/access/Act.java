package org.vigie.server.access;

import java.util.Locale;

/// A kind of entry in the ledger. Each module has an enum of its own acts.
public interface Act {
  /// Returns the name of the constant: `MEMBER_WITHDRAWN`.
  String name();

  /// Returns the phrase that the ledger keeps, which never changes: `member withdrawn`.
  default String phrase() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Returns the key of the sentence that people read: `bank.act.MEMBER_WITHDRAWN`.
  String textKey();
}
