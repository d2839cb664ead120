package org.vigie.server.review;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.bank.MemberId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.review.store.OpeningStore;

/// Makes cases of what scans match and notices tell. Within the transaction of the caller; the
/// same source told again changes nothing.
final class CaseOpening {
  private final OpeningStore store;
  private final Policies policies;
  private final Keeping keeping;

  CaseOpening(OpeningStore store, Policies policies, Keeping keeping) {
    this.store = store;
    this.policies = policies;
    this.keeping = keeping;
  }

  /// Sees to it that evidence is not destroyed while a case needs it.
  interface Keeping {
    /// Keeps that of a source for as long as the policy says for its category, from then on.
    void opened(CaseId id, NewSource added);
  }

  /// Adds a source to the open case about its account, or opens a case; empty if it is known
  /// already, or was found to be a violation before.
  ///
  /// A scan that a retro-match found something more about is known only with the members that it
  /// matched before.
  Optional<CaseId> open(NewSource told) {
    return open(told, Optional.empty());
  }

  /// Does so for a source that tells the same as an earlier one: they are one case while that
  /// waits.
  Optional<CaseId> open(NewSource told, Optional<CaseSource> earlier) {
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
        .or(() -> joinable(added));
    return Optional.of(waiting.map(id -> join(id, added)).orElseGet(() -> opened(added)));
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

  private Optional<CaseId> joinable(NewSource added) {
    Subject subject = added.subject();
    if (subject.account().isEmpty()) {
      return Optional.empty();
    }
    store.lock("account:" + subject.account().get());
    return store.joinable(subject, added.category());
  }

  private void add(CaseId id, NewSource added) {
    store.add(id, added, Routing.credit(added.accuracy()));
    keeping.opened(id, added);
  }

  private CaseId join(CaseId id, NewSource added) {
    add(id, added);
    reroute(id, added.category());
    return id;
  }

  private void reroute(CaseId id, CategoryKey category) {
    OpeningStore.Weight weight = store.weigh(id);
    Routing.Facts facts = new Routing.Facts(
        category,
        weight.surface(),
        weight.lane(),
        weight.sources(),
        weight.credit(),
        weight.roomMembers(),
        weight.openedAt());
    store.route(id, Routing.route(facts, policies.current()), weight.lane());
  }

  private CaseId opened(NewSource added) {
    return insert(added, CaseState.OPEN);
  }

  /// Adds a case that is decided already, for a decision by policy; empty if the source is
  /// known.
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
    CaseId id = store.insert(added, Routing.route(facts, policies.current()), state);
    add(id, added);
    return id;
  }
}
