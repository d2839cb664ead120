package org.vigie.server.report;

import java.time.Duration;
import java.util.Optional;

/// How the last notices of an organisation fared: at most a hundred.
///
/// @param notices how many there are
/// @param decided of these
/// @param founded of the decided
/// @param median from receipt to decision; empty while none is decided
public record FlaggerRecord(int notices, int decided, int founded, Optional<Duration> median) {}
