package org.vigie.server.access.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.server.access.Caller;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.access.ledger.LedgerEntry;
import org.vigie.server.access.ledger.LedgerFilter;
import org.vigie.server.access.store.LedgerStore;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Pager;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.UntrustedContent;

@Controller
@RequestMapping("/ledger")
class LedgerController {
  private static final int PAGE = 100;
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final LedgerStore ledger;
  private final InstantSource clock;
  private final KnownActs acts;

  LedgerController(LedgerStore ledger, List<LedgerActs> modules, InstantSource clock) {
    this.ledger = ledger;
    this.clock = clock;
    this.acts = new KnownActs(modules);
  }

  @GetMapping
  @Requires(Permission.LEDGER_READ)
  @Look(Look.Kind.RECORDED)
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
        new LedgerPage.Acts(acts.first(frame.texts(), act), acts.groups(frame.texts())),
        rows(frame.texts(), shown),
        new Pager(newest, older, ""),
        "/ledger/csv?" + query.text()));
  }

  @GetMapping(path = "/csv", produces = "text/csv")
  @Requires(Permission.LEDGER_READ)
  @Look(Look.Kind.RECORDED_BY_HANDLER)
  ResponseEntity<Resource> csv(
      Caller viewer,
      @RequestParam(defaultValue = "") String caller,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to)
      throws IOException {
    LedgerQuery query = new LedgerQuery(caller, act, subject, from, to);
    LedgerFilter filter = query.filter();
    ledger.record(viewer, AccessAct.LEDGER_EXPORTED, "ledger", query.detail());
    LedgerCsv.Whole file = new LedgerCsv(ledger).of(filter);
    return UntrustedContent.file("ledger.csv", CSV, file.length(), file.content());
  }

  private List<LedgerPage.Row> rows(Texts texts, List<LedgerEntry> entries) {
    Map<String, String> pages = acts.pages(entries.stream()
        .flatMap(entry -> Stream.of(entry.caller(), entry.subject()))
        .collect(Collectors.toSet()));
    return entries.stream().map(entry -> row(texts, entry, pages)).toList();
  }

  private LedgerPage.Row row(Texts texts, LedgerEntry entry, Map<String, String> pages) {
    return new LedgerPage.Row(
        Long.toString(entry.number()),
        texts.exact(entry.at(), clock.instant()),
        new LedgerPage.Named(
            entry.callerName().orElse(""), entry.caller(), pages.get(entry.caller())),
        entry
            .issuer()
            .map(by -> texts.get("access.ledger.issued", by.name().orElse(by.reference())))
            .orElse(""),
        acts.find(entry.act())
            .map(act -> new LedgerPage.ActText(texts.get(act.textKey()), null))
            .orElseGet(() -> new LedgerPage.ActText(entry.act(), "en")),
        new LedgerPage.Named("", entry.subject(), pages.get(entry.subject())),
        entry.detail());
  }
}
