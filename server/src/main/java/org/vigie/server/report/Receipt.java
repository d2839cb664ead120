package org.vigie.server.report;

import java.time.Instant;

/// The answer to a notice, shown once.
public record Receipt(ReceiptCode code, NoticeId notice, Instant at) {}
