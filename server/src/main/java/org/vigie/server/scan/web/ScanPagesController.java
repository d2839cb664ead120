package org.vigie.server.scan.web;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;
import org.vigie.connector.Surface;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Look;
import org.vigie.server.access.Permission;
import org.vigie.server.access.Requires;
import org.vigie.server.frame.EnumWords;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Pager;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanProblems;
import org.vigie.server.scan.archive.KeptScans;
import org.vigie.server.scan.archive.ScanAct;
import org.vigie.server.scan.store.ScanQuery;

/// Shows people the stored scans; the ledger records who saw which.
@Controller
class ScanPagesController {
  private static final int PAGE = 50;
  private static final Set<String> OUTCOMES = Set.of("clear", "matched", "unscannable");
  private static final Set<String> HOURS = Set.of("1", "24", "168");

  private final KeptScans scans;
  private final AccessLedger ledger;
  private final Policies policies;
  private final Messengers messengers;
  private final InstantSource clock;

  ScanPagesController(
      KeptScans scans,
      AccessLedger ledger,
      Policies policies,
      Messengers messengers,
      InstantSource clock) {
    this.scans = scans;
    this.ledger = ledger;
    this.policies = policies;
    this.messengers = messengers;
    this.clock = clock;
  }

  @GetMapping("/scans")
  @ResponseBody
  @Requires(Permission.SCANS_READ)
  @Look(Look.Kind.RECORDED_BY_HANDLER)
  ScansPage list(
      Frame frame,
      Caller caller,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String surface,
      @RequestParam(defaultValue = "") String hours,
      @RequestParam(defaultValue = "") String before) {
    ScansPage.Filter filter = new ScansPage.Filter(outcome, surface, hours);
    List<Scan> found = scans.list(query(filter, before), PAGE + 1);
    List<Scan> shown = found.subList(0, Math.min(PAGE, found.size()));
    ledger.record(caller, ScanAct.SCANS_LISTED, "scans", detail(filter, before));
    return new ScansPage(
        frame,
        filter,
        shown.stream().map(each -> ScansPage.row(frame, each)).toList(),
        pager(filter, before, found),
        messengers.areSeveral());
  }

  /// Returns the criteria of the list, which were checked, and the scan before.
  private static String detail(ScansPage.Filter filter, String before) {
    return Stream.of(
            Map.entry("outcome", filter.outcome()),
            Map.entry("surface", filter.surface()),
            Map.entry("hours", filter.hours()),
            Map.entry("before", before))
        .filter(part -> !part.getValue().isEmpty())
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining(" "));
  }

  private ScanQuery query(ScansPage.Filter filter, String before) {
    return new ScanQuery(
        chosen("outcome", filter.outcome(), OUTCOMES),
        surface(filter.surface()),
        chosen("hours", filter.hours(), HOURS)
            .map(hours -> clock.instant().minus(Duration.ofHours(Long.parseLong(hours)))),
        before.isEmpty() ? Optional.empty() : Optional.of(id(before)));
  }

  private static Optional<String> chosen(String field, String value, Set<String> known) {
    if (!value.isEmpty() && !known.contains(value)) {
      throw ProblemException.ofField(field, "There is no such choice.");
    }
    return Optional.of(value).filter(each -> !each.isEmpty());
  }

  private static Optional<Surface> surface(String word) {
    Optional<Surface> found = EnumWords.find(Surface.class, word);
    if (found.isEmpty() && !word.isEmpty()) {
      throw ProblemException.ofField("surface", "There is no such choice.");
    }
    return found;
  }

  private static ScanId id(String text) {
    return ScanIdText.read(text).orElseThrow(ScanProblems::noSuchScan);
  }

  private static Pager pager(ScansPage.Filter filter, String before, List<Scan> found) {
    Optional<String> first = before.isEmpty() ? Optional.empty() : Optional.of(address(filter, ""));
    Optional<String> next = found.size() > PAGE
        ? Optional.of(address(filter, found.get(PAGE - 1).id().value().toString()))
        : Optional.empty();
    return new Pager(first, next, "");
  }

  private static String address(ScansPage.Filter filter, String before) {
    return UriComponentsBuilder.fromPath("/scans")
        .queryParam("outcome", filter.outcome())
        .queryParam("surface", filter.surface())
        .queryParam("hours", filter.hours())
        .queryParam("before", before)
        .toUriString();
  }

  @GetMapping("/scans/{id}")
  @ResponseBody
  @Requires(Permission.SCANS_READ)
  @Look(Look.Kind.RECORDED_BY_HANDLER)
  ScanPage one(Frame frame, Caller caller, @PathVariable String id) {
    Scan scan = scans.find(id(id)).orElseThrow(ScanProblems::noSuchScan);
    ledger.record(caller, ScanAct.SCAN_OPENED, "scan:" + scan.id().value());
    Optional<String> messenger = messengers.shown(scan.subject().messenger());
    return new ScanPage(frame, scan, policies.current(), messenger);
  }
}
