package org.vigie.server.report.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.answering.Receipt;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A receipt, as programs read it.
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Receipt")
record ReceiptAnswer(
    UUID noticeId,
    String code,
    Instant receivedAt,
    @Nullable UUID duplicateOf,
    @Nullable Boolean test) {
  static ReceiptAnswer of(Receipt receipt) {
    return new ReceiptAnswer(
        receipt.notice().value(),
        receipt.code().value(),
        receipt.at(),
        receipt.duplicateOf().map(NoticeId::value).orElse(null),
        null);
  }
}
