package org.vigie.server.scan.retro;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.GrownContent;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanFinished;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanMatch;
import org.vigie.server.scan.ScanMatch.Discovery;
import org.vigie.server.scan.archive.MatchedAttachments;
import org.vigie.server.scan.comparing.Judging;
import org.vigie.server.scan.metering.ScanMeters;
import org.vigie.server.scan.store.RetroProgress;
import org.vigie.server.scan.store.RetroStore;
import org.vigie.server.scan.store.StoredSignals;

/// Compares kept scans again, and adds their new matches. Works within the transaction of the
/// caller.
final class RetroComparison {
  private final RetroStore store;
  private final KnownContent known;
  private final Policies policies;
  private final InstantSource clock;
  private final ApplicationEventPublisher events;
  private final ScanMeters meters;
  private final MatchedAttachments attachments;

  RetroComparison(
      RetroStore store,
      KnownContent known,
      Policies policies,
      InstantSource clock,
      ApplicationEventPublisher events,
      ScanMeters meters,
      MatchedAttachments attachments) {
    this.store = store;
    this.known = known;
    this.policies = policies;
    this.clock = clock;
    this.events = events;
    this.meters = meters;
    this.attachments = attachments;
  }

  /// Notes the progress of the retro-match for the meters.
  void note(RetroProgress progress) {
    meters.note(progress);
  }

  /// Compares those scans with all banks that the growth touches; the others find nothing new.
  ///
  /// @param grown empty to ask the index of all banks which ones may find anything
  void compare(List<StoredSignals> scans, Optional<GrownContent> grown) {
    List<List<SoughtSignal>> contents =
        scans.stream().map(StoredSignals::sought).toList();
    List<Integer> places =
        grown.map(each -> each.touched(contents)).orElseGet(() -> finding(contents));
    if (!places.isEmpty()) {
      compare(store.hold(places.stream().map(place -> scans.get(place).scan()).toList()));
    }
    meters.countCompared(scans.size());
  }

  /// Returns the contents that may match. Content without matches while every bank takes part has
  /// none while only some do, unless it was silenced.
  private List<Integer> finding(List<List<SoughtSignal>> contents) {
    List<Findings.Found> found =
        known.find(contents, KnownContent.Selection.ALL).contents();
    return IntStream.range(0, found.size())
        .filter(
            i -> !found.get(i).matches().isEmpty() || !found.get(i).silenced().isEmpty())
        .boxed()
        .toList();
  }

  /// Compares scans with all banks, as if they were scanned now.
  void compare(List<Scan> scans) {
    if (scans.isEmpty()) {
      return;
    }
    Map<ScanId, Set<MemberId>> counted = store.counted(scans);
    for (Scan scan : scans) {
      add(scan, find(scan), counted.getOrDefault(scan.id(), Set.of()));
    }
  }

  /// Banks with an enabled share take part for the same scans as before.
  private Findings.Found find(Scan scan) {
    KnownContent.Selection selection =
        new KnownContent.Selection(Set.of(), scan.id().coin());
    return known.find(List.of(scan.signals().sought()), selection).contents().getFirst();
  }

  private void add(Scan scan, Findings.Found found, Set<MemberId> counted) {
    Judging judging = new Judging(
        policies.current(), scan.subject().surface(), new Discovery(clock.instant(), true));
    Set<MemberId> seen = new HashSet<>(counted);
    List<ScanMatch> added = new ArrayList<>();
    judging.judge(found).matches().stream()
        .filter(match -> seen.add(match.member()))
        .forEach(added::add);
    if (!added.isEmpty()) {
      store.add(scan.id(), added);
      attachments.keep(scan);
      events.publishEvent(new ScanFinished(scan.id(), true));
      meters.countFoundLater(added.size());
    }
  }
}
