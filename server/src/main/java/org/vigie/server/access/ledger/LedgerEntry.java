package org.vigie.server.access.ledger;

import java.time.Instant;
import java.util.Optional;

/// An entry of the ledger.
///
/// @param number grows from entry to entry
/// @param caller the reference of a caller
/// @param callerName the name of the person, if it was one
/// @param issuer the giver of the caller's newest access, if they got it within 30 days before
/// @param act the phrase of the act
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
  /// The giver of a caller's access.
  ///
  /// @param reference of a caller
  /// @param name of the person, if it was one
  public record Issuer(String reference, Optional<String> name) {}
}
