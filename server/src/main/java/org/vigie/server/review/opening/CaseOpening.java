package org.vigie.server.review.opening;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.connector.Subject;
import org.vigie.server.bank.MemberId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.report.Accuracy;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.cases.CaseState;
import org.vigie.server.review.cases.Route;
import org.vigie.server.review.store.OpeningStore;

/// Opens cases for scans and notices, in the transaction of the caller. A redelivered source
/// changes nothing.
public final class CaseOpening {
  /// The most sightings of one content whose media joins the case.
  static final int MOST_COPIES = 20;

  private final OpeningStore store;
  private final Policies policies;
  private final EvidenceRetention retention;
  private final DangerListener dangers;

  public CaseOpening(
      OpeningStore store, Policies policies, EvidenceRetention retention, DangerListener dangers) {
    this.store = store;
    this.policies = policies;
    this.retention = retention;
    this.dangers = dangers;
  }

  /// Adds a source to the open case about its account, or opens a case. Empty if the source has a
  /// case already, or was found to be a violation before.
  ///
  /// A scan that a retro-match matched with further members counts as new with those members.
  public Optional<CaseId> open(NewSource told) {
    return open(told, Optional.empty());
  }

  /// Opens a case, or adds a source to the case of its duplicate while that case waits.
  Optional<CaseId> open(NewSource told, Optional<CaseSource> earlier) {
    return open(told, earlier, SeenContent.NONE);
  }

  /// Opens a case for a scan. A scan without an account joins the open case about the same content
  /// in the same place.
  public Optional<CaseId> open(NewSource told, SeenContent content) {
    return open(told, Optional.empty(), content);
  }

  private Optional<CaseId> open(NewSource told, Optional<CaseSource> earlier, SeenContent content) {
    store.lock(told.source().reference());
    List<OpeningStore.Known> known = store.known(told.source(), told.category());
    Set<MemberId> more = new HashSet<>(told.members());
    known.forEach(each -> more.removeAll(each.members()));
    if (!known.isEmpty() && more.isEmpty()
        || known.stream().anyMatch(OpeningStore.Known::violation)) {
      return Optional.empty();
    }
    NewSource added = told.with(more);
    Optional<CaseId> waiting = waiting(known)
        .or(() -> earlier.flatMap(source -> open(store.known(source, told.category()))))
        .or(() -> joinable(added, content));
    CaseId id = waiting.map(one -> join(one, added)).orElseGet(() -> opened(added));
    if (added.subject().account().isEmpty()) {
      store.group(content.groups(added), id);
    }
    return Optional.of(id);
  }

  private static Optional<CaseId> waiting(List<OpeningStore.Known> known) {
    return known.stream()
        .filter(each -> each.state() != CaseState.DECIDED)
        .map(OpeningStore.Known::id)
        .findFirst();
  }

  private static Optional<CaseId> open(List<OpeningStore.Known> known) {
    return known.stream()
        .filter(each -> each.state() == CaseState.OPEN)
        .map(OpeningStore.Known::id)
        .findFirst();
  }

  private Optional<CaseId> joinable(NewSource added, SeenContent content) {
    Subject subject = added.subject();
    if (subject.account().isEmpty()) {
      return grouped(added, content);
    }
    store.lock("account:" + subject.messenger() + ":" + subject.account().get().value());
    return store.joinable(subject, added.category());
  }

  /// Makes a concurrent scan wait until this one has its case.
  private Optional<CaseId> grouped(NewSource added, SeenContent content) {
    if (content.marks().isEmpty()) {
      return Optional.empty();
    }
    store.lock("content:" + SeenContent.place(added));
    return store.grouped(content.groups(added));
  }

  private void add(CaseId id, NewSource added) {
    store.add(id, added, Routing.credit(added.accuracy()));
    retention.opened(id, added);
  }

  private CaseId join(CaseId id, NewSource added) {
    add(id, isEnough(id, added) ? added.withoutEvidence() : added);
    reroute(id, added.category());
    return id;
  }

  /// Content without an account needs 20 copies at most. Later ones are counted, and their media is
  /// kept as long as its scan.
  private boolean isEnough(CaseId id, NewSource added) {
    return added.subject().account().isEmpty()
        && added.source() instanceof CaseSource.FromScan
        && store.evidence(id) >= MOST_COPIES;
  }

  private void reroute(CaseId id, CategoryKey category) {
    OpeningStore.Weight weight = store.weigh(id, Routing.credit(Accuracy.UNKNOWN));
    Routing.Facts facts = new Routing.Facts(
        category,
        weight.surface(),
        weight.lane(),
        weight.sources(),
        weight.credit(),
        weight.roomMembers(),
        weight.openedAt());
    Route route = Routing.route(facts, policies.current());
    store.route(id, route, weight.lane());
    if (route.isDanger() && !weight.danger()) {
      dangers.opened(id, route);
    }
  }

  private CaseId opened(NewSource added) {
    return insert(added, CaseState.OPEN);
  }

  /// Adds a decided case, for a decision by policy; empty if the source has a case.
  Optional<CaseId> openDecided(NewSource told) {
    store.lock(told.source().reference());
    return store.known(told.source(), told.category()).isEmpty()
        ? Optional.of(insert(told, CaseState.DECIDED))
        : Optional.empty();
  }

  private CaseId insert(NewSource added, CaseState state) {
    boolean lane = added.source() instanceof CaseSource.FromNotice notice && notice.lane();
    Routing.Facts facts = new Routing.Facts(
        added.category(),
        added.subject().surface(),
        lane,
        1,
        Routing.credit(added.accuracy()),
        added.roomMembers(),
        added.source().at());
    Route route = Routing.route(facts, policies.current());
    CaseId id = store.insert(added, route, state);
    add(id, added);
    if (route.isDanger() && state == CaseState.OPEN) {
      dangers.opened(id, route);
    }
    return id;
  }
}
