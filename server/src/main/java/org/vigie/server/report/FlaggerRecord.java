package org.vigie.server.report;

import java.time.Duration;
import java.util.Optional;

/// The outcomes of the last notices of an organisation, at most a hundred.
///
/// @param notices the number of notices
/// @param decided the number of decided ones
/// @param founded the decided ones that led to a measure
/// @param median from receipt to decision; empty while none is decided
public record FlaggerRecord(int notices, int decided, int founded, Optional<Duration> median) {}
