package org.vigie.server.report.answering;

import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.server.report.checking.FileName;

/// A file that came with a notice, as its receipt tells it.
///
/// @param name as its sender called it; empty if they did not, or it was forgotten
/// @param bytes empty for files of before it was kept
public record ReceivedFile(Optional<FileName> name, OptionalLong bytes) {}
