package org.vigie.server.scan.store;

import java.time.Instant;
import java.util.Optional;
import org.vigie.connector.Surface;
import org.vigie.server.scan.ScanId;

/// The criteria of a list of scans.
///
/// @param outcome by its word: `matched`
/// @param since when the oldest of them may have begun
/// @param before the scan after which the page begins, youngest first
public record ScanQuery(
    Optional<String> outcome,
    Optional<Surface> surface,
    Optional<Instant> since,
    Optional<ScanId> before) {}
