package org.vigie.server.scan.store;

/// What the scans of some time came to.
///
/// @param scans that began in it
/// @param matched those of them that match, found later or not
/// @param foundLater matches that the retro-match found in it, of whatever scan
public record ScanTally(long scans, long matched, long foundLater) {}
