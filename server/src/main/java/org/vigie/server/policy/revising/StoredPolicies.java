package org.vigie.server.policy.revising;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.store.PolicyStore;
import org.vigie.server.policy.text.PolicyReader;

/// The catalogue in memory: the current revision, and the earlier ones that were asked for.
///
/// Another process may make a revision at any time; [#refresh] notices. Threads: any.
final class StoredPolicies implements Policies {
  private final PolicyStore store;
  private final Map<PolicyRevision, PolicyCatalogue> read = new ConcurrentHashMap<>();
  private volatile PolicyCatalogue current;

  /// @param store with at least one revision
  StoredPolicies(PolicyStore store) {
    this.store = store;
    this.current = newest();
  }

  @Override
  public PolicyCatalogue current() {
    return current;
  }

  @Override
  public Optional<PolicyCatalogue> find(PolicyRevision revision) {
    Optional<PolicyCatalogue> known = Optional.ofNullable(read.get(revision));
    return known.isPresent() ? known : load(revision);
  }

  /// Takes up the newest revision, if it is newer than the current one.
  synchronized void refresh() {
    PolicyCatalogue newest = newest();
    if (newest.revision().number() > current.revision().number()) {
      current = newest;
    }
  }

  private PolicyCatalogue newest() {
    PolicyRevision newest =
        store.newest().orElseThrow(() -> new IllegalStateException("no policy revision is stored"));
    return find(newest).orElseThrow(() -> new IllegalStateException("a policy revision vanished"));
  }

  private Optional<PolicyCatalogue> load(PolicyRevision revision) {
    Optional<PolicyCatalogue> catalogue =
        store.find(revision).map(stored -> PolicyReader.read(stored.text(), revision));
    catalogue.ifPresent(found -> read.put(revision, found));
    return catalogue;
  }
}
