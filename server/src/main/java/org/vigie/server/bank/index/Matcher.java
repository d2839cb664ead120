package org.vigie.server.bank.index;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.ExactSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.index.Hit;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.Findings.Found;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.SoughtSignal;

/// One search of a [LiveIndex]: one pass of the index with the largest radius of all banks that
/// take part, then each hit by the terms of its own bank. Most content is found nowhere, so that
/// case costs little.
final class Matcher {
  private static final Found NOTHING = new Found(List.of(), List.of(), List.of());

  private final LiveIndex index;
  private final BankTable banks;
  private final Selection selection;
  private final Instant now;

  Matcher(LiveIndex index, Selection selection, InstantSource clock) {
    this.index = index;
    this.banks = index.banks();
    this.selection = selection;
    this.now = clock.instant();
  }

  /// @param revision that the index had at least when this began
  Findings find(BankRevision revision, List<List<SoughtSignal>> contents) {
    BankTable.Reach reach = banks.reach(selection);
    List<List<Hit>> hits = index.signals().findAll(queries(contents, reach), reach.radius());
    List<Found> found = new ArrayList<>(contents.size());
    int next = 0;
    for (List<SoughtSignal> content : contents) {
      List<Sighting> sightings = null;
      for (SoughtSignal sought : content) {
        if (isCompared(sought, reach.minQuality())) {
          sightings = added(sightings, hits.get(next++), sought);
        }
      }
      found.add(sightings == null ? NOTHING : Judgement.of(sightings));
    }
    return new Findings(revision, banks.leastQuality(selection), found);
  }

  private static List<Signal> queries(List<List<SoughtSignal>> contents, BankTable.Reach reach) {
    List<Signal> queries = new ArrayList<>(contents.size());
    for (List<SoughtSignal> content : contents) {
      for (SoughtSignal sought : content) {
        if (isCompared(sought, reach.minQuality())) {
          queries.add(sought.signal());
        }
      }
    }
    return queries;
  }

  /// Digests have no quality; if no bank takes part, the least quality is above every one.
  static boolean isCompared(SoughtSignal sought, int minQuality) {
    return sought.signal() instanceof ExactSignal || sought.quality() >= minQuality;
  }

  private @Nullable List<Sighting> added(
      @Nullable List<Sighting> sightings, List<Hit> hits, SoughtSignal sought) {
    List<Sighting> all = sightings;
    for (Hit hit : hits) {
      Sighting sighting = sighting(hit, sought);
      if (sighting != null) {
        all = all == null ? new ArrayList<>() : all;
        all.add(sighting);
      }
    }
    return all;
  }

  private @Nullable Sighting sighting(Hit hit, SoughtSignal sought) {
    Bank bank = banks.find(IndexId.bank(hit.id()));
    long member = IndexId.member(hit.id());
    if (bank == null
        || !BankTable.takesPart(bank, selection)
        || !isWithin(bank, hit, sought)
        || isDisabled(bank, member)) {
      return null;
    }
    return new Sighting(bank, member, hit.distance(), sought, index.isDisputed(member));
  }

  /// Returns whether a member is disabled. A known false positive that is disabled silences
  /// nothing, in any selection.
  private boolean isDisabled(Bank bank, long member) {
    boolean counts = selection.withDisabled() && bank.kind() == BankKind.POSITIVE;
    return !counts && index.isDisabled(member, now);
  }

  private static boolean isWithin(Bank bank, Hit hit, SoughtSignal sought) {
    return sought.signal() instanceof ExactSignal
        || hit.distance() <= bank.terms().radius()
            && sought.quality() >= bank.terms().minQuality();
  }
}
