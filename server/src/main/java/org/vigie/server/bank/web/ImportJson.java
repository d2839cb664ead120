package org.vigie.server.bank.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.hashlist.BadLine;
import org.vigie.server.bank.Import;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// An import as programs read it.
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Import")
record ImportJson(
    long id,
    String form,
    String state,
    long bytes,
    long rowsRead,
    long added,
    long changed,
    long unchanged,
    long defects,
    List<BadLine> badLines,
    Instant startedAt,
    @Nullable Instant finishedAt) {
  static ImportJson of(Import each) {
    return new ImportJson(
        each.id().value(),
        Words.of(each.form()),
        Words.of(each.state()),
        each.bytes(),
        each.rowsRead(),
        each.outcome().added(),
        each.outcome().changed(),
        each.outcome().unchanged(),
        each.defects(),
        each.badLines(),
        each.startedAt(),
        each.finishedAt().orElse(null));
  }
}
