package org.vigie.server.report.reporters;

import java.util.Optional;
import org.vigie.server.report.ReporterMark;

/// Counts of the notices of one reporter in the last twelve months.
///
/// @param origin `form`, `messenger` or `flagger`
/// @param unfounded the number of manifestly unfounded notices
/// @param last the latest measure
public record ReporterTally(
    ReporterMark reporter, String origin, int total, int unfounded, Optional<Misuse> last) {}
