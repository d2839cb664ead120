package org.vigie.server.access.ledger;

import java.time.Instant;
import java.util.Optional;

/// What the ledger says of one act.
///
/// @param number grows from entry to entry
/// @param caller the reference of a [Caller]
/// @param callerName the name of the person, where it was one
/// @param issuer who gave the caller what they got last, if that was within [People#NAMED]
///     before
/// @param act the phrase of an [Act]
/// @param detail empty in entries of earlier versions
public record LedgerEntry(
    long number,
    Instant at,
    String caller,
    Optional<String> callerName,
    Optional<Issuer> issuer,
    String act,
    String subject,
    String detail) {
  /// Who gave a caller their access.
  ///
  /// @param reference of a [Caller]
  /// @param name of the person, where it was one
  public record Issuer(String reference, Optional<String> name) {}
}
