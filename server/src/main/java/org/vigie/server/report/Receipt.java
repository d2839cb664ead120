package org.vigie.server.report;

import java.time.Instant;
import java.util.Optional;

/// The answer to a notice.
///
/// @param duplicateOf the earlier notice that tells of the same
public record Receipt(
    ReceiptCode code, NoticeId notice, Instant at, Optional<NoticeId> duplicateOf) {}
