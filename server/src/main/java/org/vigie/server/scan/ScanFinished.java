package org.vigie.server.scan;

/// A scan found something, or could not run; published in the transaction that stores it. Clear
/// scans are counted, not published.
///
/// @param retro whether the match came from a bank that grew after the scan
public record ScanFinished(ScanId scan, boolean retro) {}
