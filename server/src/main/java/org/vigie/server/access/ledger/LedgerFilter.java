package org.vigie.server.access.ledger;

import java.time.LocalDate;
import java.util.Optional;

/// A filter for entries of the ledger; an empty text matches all.
///
/// @param caller its whole reference
/// @param act the beginning of the act
/// @param subject its whole reference
/// @param from first day, in UTC
/// @param to last day, in UTC
public record LedgerFilter(
    String caller, String act, String subject, Optional<LocalDate> from, Optional<LocalDate> to) {}
