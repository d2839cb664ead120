package org.vigie.server.policy.revising;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.Caller;
import org.vigie.server.policy.CategoriesInUse;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.store.PolicyStore;
import org.vigie.server.policy.store.RevisionEntry;
import org.vigie.server.policy.store.RevisionOrigin;
import org.vigie.server.policy.store.StoredRevision;
import org.vigie.server.policy.text.MalformedPolicyException;
import org.vigie.server.policy.text.PolicyProblem;
import org.vigie.server.policy.text.PolicyReader;

/// Makes revisions, and returns them with their texts.
///
/// A revision is appended with the number after the one that its author saw; if that number is
/// taken, another author was first. Publishes: [PolicyRevised]. Threads: any.
public final class PolicyRevisions {
  private final PolicyStore store;
  private final StoredPolicies policies;
  private final RevisionLog log;
  private final List<CategoriesInUse> uses;
  private final InstantSource clock;

  PolicyRevisions(
      PolicyStore store,
      StoredPolicies policies,
      RevisionLog log,
      List<CategoriesInUse> uses,
      InstantSource clock) {
    this.store = store;
    this.policies = policies;
    this.log = log;
    this.uses = List.copyOf(uses);
    this.clock = clock;
  }

  /// Reads a text as the next revision, and changes nothing.
  ///
  /// @throws MalformedPolicyException if the text is no catalogue, or lacks a category in use
  public PolicyCatalogue check(PolicyRevision base, String text) {
    PolicyCatalogue catalogue = PolicyReader.read(text, new PolicyRevision(base.number() + 1));
    List<PolicyProblem> missing = uses.stream()
        .flatMap(use -> use.keys().stream())
        .distinct()
        .filter(key -> catalogue.find(key).isEmpty())
        .map(PolicyRevisions::missing)
        .toList();
    if (!missing.isEmpty()) {
      throw new MalformedPolicyException(missing);
    }
    return catalogue;
  }

  private static PolicyProblem missing(CategoryKey key) {
    return new PolicyProblem(
        PolicyProblem.Defect.CATEGORY_IN_USE,
        1,
        1,
        "categories",
        "the category " + key.value() + " is in use and cannot be removed");
  }

  /// Makes a text the next revision.
  ///
  /// @param base the revision that the text was made from
  /// @throws MalformedPolicyException if the text is no catalogue or lacks a category in use;
  ///     nothing changes
  public EditOutcome revise(PolicyRevision base, String text, Authorship authorship) {
    PolicyRevision next = new PolicyRevision(base.number() + 1);
    check(base, text);
    StoredRevision newest = newest();
    if (!newest.entry().revision().equals(base)) {
      return new EditOutcome.Overtaken(newest.entry().revision());
    }
    if (newest.text().equals(text)) {
      return new EditOutcome.Unchanged(base);
    }
    boolean appended = log.append(stored(next, text, authorship), authorship.author());
    policies.refresh();
    return appended
        ? new EditOutcome.Saved(next)
        : new EditOutcome.Overtaken(policies.current().revision());
  }

  private StoredRevision stored(PolicyRevision number, String text, Authorship authorship) {
    return new StoredRevision(
        new RevisionEntry(
            number,
            PolicyStore.sha256(text),
            authorship.origin(),
            authorship.author().reference(),
            clock.instant(),
            authorship.note()),
        text);
  }

  /// Returns the newest revision with its text.
  public StoredRevision newest() {
    return store
        .newest()
        .flatMap(store::find)
        .orElseThrow(() -> new IllegalStateException("no policy revision is stored"));
  }

  /// Returns a revision with its text.
  public Optional<StoredRevision> find(PolicyRevision revision) {
    return store.find(revision);
  }

  /// Returns the newest revisions, newest first.
  public List<RevisionEntry> history(int limit) {
    return store.history(limit);
  }

  /// The author of a revision, its origin and the reason.
  ///
  /// @param note at most 500 characters; may be empty
  public record Authorship(Caller author, RevisionOrigin origin, String note) {
    public static final int MAX_NOTE = 500;

    public Authorship {
      if (note.length() > MAX_NOTE) {
        throw new IllegalArgumentException("a note has at most 500 characters");
      }
    }
  }
}
