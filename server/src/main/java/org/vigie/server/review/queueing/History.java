package org.vigie.server.review.queueing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.Decision;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.store.HistoryStore;

/// Finds earlier decisions. Threads: any.
public final class History {
  private static final Duration LATELY = Duration.ofDays(30);
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final int MOST_FREQUENT = 9;

  private final HistoryStore store;
  private final CaseAccess access;
  private final CaseTransactions transactions;
  private volatile Known known = new Known(Instant.EPOCH, List.of());

  public History(HistoryStore store, CaseAccess access, CaseTransactions transactions) {
    this.store = store;
    this.access = access;
    this.transactions = transactions;
  }

  private record Known(Instant at, List<CategoryKey> frequent) {}

  /// Returns the decisions in force of some cases, without those that the viewer, a lead, is still
  /// to judge again.
  public List<Decision> inForce(List<Case> cases, PersonId viewer) {
    return store.inForce(
        cases.stream().map(Case::id).toList(), Optional.of(viewer).filter(access::isLead));
  }

  /// Returns the categories in which people found most violations in the last 30 days, at most ten
  /// minutes ago, the most frequent first.
  public List<CategoryKey> frequent() {
    Instant now = transactions.now();
    Known last = known;
    if (Duration.between(last.at, now).compareTo(FRESH) < 0) {
      return last.frequent;
    }
    List<CategoryKey> found = store.frequent(now.minus(LATELY), MOST_FREQUENT);
    known = new Known(now, found);
    return found;
  }
}
