package org.vigie.server.review;

import java.time.Instant;
import java.util.List;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.review.store.OptOutStore;

/// What reviewers are never handed, because they said so. They can claim such a case themselves;
/// leads see who has opted out of what. Threads: any.
public final class OptOuts {
  private final OptOutStore store;
  private final ReviewDesk.Surroundings around;

  OptOuts(OptOutStore store, ReviewDesk.Surroundings around) {
    this.store = store;
    this.around = around;
  }

  /// One person is not handed cases of one category.
  public record OptOut(PersonId person, CategoryKey category, Instant since) {}

  /// Returns the opt-outs of everybody, those of one person together.
  public List<OptOut> all() {
    return store.all();
  }

  /// Returns those of a person, by category.
  public List<OptOut> of(PersonId person) {
    return all().stream().filter(each -> each.person().equals(person)).toList();
  }

  /// Lets a person not be handed a category any more.
  public void add(PersonId person, CategoryKey category) {
    around.inTransaction(() -> {
      boolean added = store.add(new OptOut(person, category, around.now()));
      record(added, person, ReviewAct.OPTED_OUT_OF_CATEGORY, category);
      return added;
    });
  }

  /// Lets a person be handed a category again.
  public void remove(PersonId person, CategoryKey category) {
    around.inTransaction(() -> {
      boolean removed = store.remove(person, category);
      record(removed, person, ReviewAct.TOOK_CATEGORY_BACK, category);
      return removed;
    });
  }

  private void record(boolean changed, PersonId person, ReviewAct act, CategoryKey category) {
    if (changed) {
      around
          .ledger()
          .record(
              new Caller.Person(person),
              act,
              "person:" + person.value(),
              "category=" + category.value());
    }
  }
}
