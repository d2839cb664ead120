package org.vigie.server.scan.lookup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.vigie.fingerprint.HammingSignal;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.FloodGuard;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.metering.ScanMeters;

/// Compares signals that callers computed. Threads: any.
public final class Lookups {
  private final KnownContent known;
  private final Policies policies;
  private final BankDirectory banks;
  private final FloodGuard flood;
  private final RandomGenerator random;
  private final ScanMeters meters;

  /// @param random decides which look-ups a bank with an enabled share takes part in
  Lookups(
      KnownContent known,
      Policies policies,
      BankDirectory banks,
      FloodGuard flood,
      RandomGenerator random,
      ScanMeters meters) {
    this.known = known;
    this.policies = policies;
    this.banks = banks;
    this.flood = flood;
    this.random = random;
    this.meters = meters;
  }

  /// Finds banks by name.
  public interface BankDirectory {
    /// Returns which open bank has the name.
    Optional<BankId> find(BankName name);
  }

  /// Compares the signals of a look-up. Banks with an enabled share take part in that share of
  /// all look-ups, unless they are asked for by name.
  ///
  /// @throws org.vigie.server.bank.IndexNotLoadedException before the index is loaded
  public LookupFindings find(Lookup lookup) {
    return meters.timeLookup(() -> compared(lookup), Lookups::hasMatch);
  }

  private static boolean hasMatch(LookupFindings found) {
    return found.findings().contents().stream().anyMatch(each -> !each.matches().isEmpty());
  }

  private LookupFindings compared(Lookup lookup) {
    Findings findings = known.find(each(lookup.signals()), selection(lookup.banks()));
    observe(lookup.signals(), findings.contents());
    return new LookupFindings(
        findings, policies.current(), notCompared(lookup.signals(), findings));
  }

  /// Digests match only their equal, so only pictures can flood.
  private void observe(List<SoughtSignal> signals, List<Findings.Found> found) {
    for (int i = 0; i < signals.size(); i++) {
      if (signals.get(i).signal() instanceof HammingSignal bits) {
        flood.observe(FloodGuard.contentOf(bits), found.get(i).matches());
      }
    }
  }

  private static List<List<SoughtSignal>> each(List<SoughtSignal> signals) {
    List<List<SoughtSignal>> contents = new ArrayList<>(signals.size());
    for (SoughtSignal signal : signals) {
      contents.add(List.of(signal));
    }
    return contents;
  }

  private KnownContent.Selection selection(List<BankName> names) {
    if (names.isEmpty()) {
      return new KnownContent.Selection(Set.of(), random.nextDouble());
    }
    Set<BankId> only = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String field = "banks[" + i + "]";
      only.add(banks
          .find(names.get(i))
          .orElseThrow(() -> ProblemException.ofField(field, "No bank has this name.")));
    }
    return new KnownContent.Selection(only, 0);
  }

  private static List<Integer> notCompared(List<SoughtSignal> signals, Findings findings) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < signals.size(); i++) {
      SoughtSignal sought = signals.get(i);
      boolean exact = sought.signal().type().scale().isExact();
      if (!exact && !findings.compared(sought.quality())) {
        places.add(i);
      }
    }
    return places;
  }
}
