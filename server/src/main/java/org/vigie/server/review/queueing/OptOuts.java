package org.vigie.server.review.queueing;

import java.time.Instant;
import java.util.List;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.store.OptOutStore;

/// The categories that reviewers opted out of; they never get such cases as the next one. They can
/// still claim such a case by name; leads see all opt-outs. Threads: any.
public final class OptOuts {
  private final OptOutStore store;
  private final CaseTransactions transactions;

  public OptOuts(OptOutStore store, CaseTransactions transactions) {
    this.store = store;
    this.transactions = transactions;
  }

  /// A person's opt-out of one category.
  public record OptOut(PersonId person, CategoryKey category, Instant since) {}

  /// Returns the opt-outs of everybody, those of one person together.
  public List<OptOut> all() {
    return store.all();
  }

  /// Returns those of a person, by category.
  public List<OptOut> of(PersonId person) {
    return all().stream().filter(each -> each.person().equals(person)).toList();
  }

  /// Opts a person out of a category.
  public void add(PersonId person, CategoryKey category) {
    transactions.inTransaction(() -> {
      boolean added = store.add(new OptOut(person, category, transactions.now()));
      record(added, person, ReviewAct.OPTED_OUT_OF_CATEGORY, category);
      return added;
    });
  }

  /// Takes an opt-out back.
  public void remove(PersonId person, CategoryKey category) {
    transactions.inTransaction(() -> {
      boolean removed = store.remove(person, category);
      record(removed, person, ReviewAct.TOOK_CATEGORY_BACK, category);
      return removed;
    });
  }

  private void record(boolean changed, PersonId person, ReviewAct act, CategoryKey category) {
    if (changed) {
      transactions.record(
          new Caller.Person(person),
          act,
          "person:" + person.value(),
          "category=" + category.value());
    }
  }
}
