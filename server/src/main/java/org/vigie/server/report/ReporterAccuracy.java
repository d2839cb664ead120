package org.vigie.server.report;

/// How accurate a reporter is.
///
/// @param origin `form` or `messenger`
public record ReporterAccuracy(ReporterMark reporter, String origin, Accuracy accuracy) {}
