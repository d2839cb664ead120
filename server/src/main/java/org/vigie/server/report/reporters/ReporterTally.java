package org.vigie.server.report.reporters;

import java.util.Optional;
import org.vigie.server.report.ReporterMark;

/// How somebody has reported in the last twelve months.
///
/// @param origin `form`, `messenger` or `flagger`
/// @param unfounded how many notices were manifestly so
/// @param last what was done about them last
public record ReporterTally(
    ReporterMark reporter, String origin, int total, int unfounded, Optional<Misuse> last) {}
