package org.vigie.server.access.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.vigie.server.access.Caller;
import org.vigie.server.access.LedgerEntry;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.store.LedgerStore;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Pager;

@Controller
@RequestMapping("/ledger")
class LedgerController {
  private static final int PAGE = 100;
  private static final int BATCH = 1_000;

  private final LedgerStore ledger;

  LedgerController(LedgerStore ledger) {
    this.ledger = ledger;
  }

  @GetMapping
  @Requires(Permission.LEDGER_READ)
  ResponseEntity<LedgerPage> page(
      Frame frame,
      @RequestParam(defaultValue = "") String caller,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "9223372036854775807") long before) {
    LedgerQuery query = new LedgerQuery(caller, act, subject, from, to);
    List<LedgerEntry> found = ledger.find(query.filter(), before, PAGE + 1);
    List<LedgerEntry> shown = found.subList(0, Math.min(PAGE, found.size()));
    Optional<String> older = found.size() > PAGE
        ? Optional.of("/ledger?" + query.text() + "&before=" + shown.getLast().number())
        : Optional.empty();
    Optional<String> newest =
        before == Long.MAX_VALUE ? Optional.empty() : Optional.of("/ledger?" + query.text());
    return Forms.page(new LedgerPage(
        frame,
        query,
        shown.stream().map(entry -> row(frame, entry)).toList(),
        new Pager(newest, older, ""),
        "/ledger/csv?" + query.text()));
  }

  @GetMapping(path = "/csv", produces = "text/csv")
  @Requires(Permission.LEDGER_READ)
  ResponseEntity<StreamingResponseBody> csv(
      Caller viewer,
      @RequestParam(defaultValue = "") String caller,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    LedgerQuery query = new LedgerQuery(caller, act, subject, from, to);
    query.filter();
    ledger.record(viewer, "ledger exported", "ledger");
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("ledger.csv").build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(output -> write(query, output));
  }

  private void write(LedgerQuery query, OutputStream output) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8))) {
      csv.writeRecord("entry", "at", "caller", "act", "subject");
      long before = Long.MAX_VALUE;
      List<LedgerEntry> batch;
      do {
        batch = ledger.find(query.filter(), before, BATCH);
        for (LedgerEntry entry : batch) {
          csv.writeRecord(
              Long.toString(entry.number()),
              entry.at().toString(),
              entry.caller(),
              entry.act(),
              entry.subject());
          before = entry.number();
        }
      } while (batch.size() == BATCH);
    }
  }

  private static LedgerPage.Row row(Frame frame, LedgerEntry entry) {
    return new LedgerPage.Row(
        Long.toString(entry.number()),
        frame.texts().time(entry.at()),
        entry.callerName().map(name -> name + " (" + entry.caller() + ")").orElse(entry.caller()),
        entry.act(),
        entry.subject());
  }
}
