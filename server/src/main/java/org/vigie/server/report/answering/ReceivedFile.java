package org.vigie.server.report.answering;

import java.util.Optional;
import java.util.OptionalLong;
import org.vigie.server.report.checking.FileName;

/// A file of a notice, as its receipt shows it.
///
/// @param name given by its sender; empty if there was none, or it was deleted
/// @param bytes empty for files of before it was kept
public record ReceivedFile(Optional<FileName> name, OptionalLong bytes) {}
