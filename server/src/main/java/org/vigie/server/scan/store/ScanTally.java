package org.vigie.server.scan.store;

/// The counts of the scans of a period.
///
/// @param scans that began in it
/// @param matched those of them that match, found later or not
/// @param foundLater matches that the retro-match found in it, of any scan
public record ScanTally(long scans, long matched, long foundLater) {}
