package org.vigie.server.report.answering;

import java.time.Instant;
import java.util.Optional;
import org.vigie.server.report.NoticeId;

/// The answer to a notice.
///
/// @param duplicateOf the earlier notice about the same content
public record Receipt(
    ReceiptCode code, NoticeId notice, Instant at, Optional<NoticeId> duplicateOf) {}
