package org.vigie.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.cli.PictureReading.OrientedSignal;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.Signal;
import org.vigie.fingerprint.SignalType;
import org.vigie.hashlist.EntryStatus;
import org.vigie.hashlist.HashList;
import org.vigie.hashlist.HashListEntry;
import org.vigie.index.Hit;
import org.vigie.index.IndexEntry;
import org.vigie.index.SignalIndex;

/// All entries of some hash lists, to be searched by signal.
///
/// Threads: any.
final class ListIndex {
  private static final Comparator<Match> BEST_FIRST = Comparator.comparingInt(Match::distance)
      .thenComparing(match -> match.transform().orElse(Dihedral.ORIGINAL))
      .thenComparingLong(Match::id);

  private final List<Listed> listed = new ArrayList<>();
  private final Set<SignalType> types = new LinkedHashSet<>();
  private final SignalIndex index;
  private final int radius;

  /// @param radius for perceptual signals, in bits
  ListIndex(List<HashList> lists, int radius) {
    for (HashList list : lists) {
      list.entries().stream()
          .filter(entry -> entry.remarks().status().map(EntryStatus::isSearched).orElse(true))
          .forEach(entry -> listed.add(new Listed(list.name(), entry)));
    }
    List<IndexEntry> entries = new ArrayList<>(listed.size());
    for (Listed each : listed) {
      types.add(each.entry().signal().type());
      entries.add(new IndexEntry(entries.size(), each.entry().signal()));
    }
    this.index = SignalIndex.of(entries);
    this.radius = radius;
  }

  /// Returns the types of signal that occur in the lists.
  Set<SignalType> types() {
    return Set.copyOf(types);
  }

  /// Finds the matches of a file, in the order of the lists; for each member and signal type the
  /// nearest, among equally near ones the first orientation.
  List<Match> find(List<OrientedSignal> picture, Collection<Digest> digests) {
    List<Match> all = new ArrayList<>();
    for (OrientedSignal turned : picture) {
      all.addAll(find(turned.signal(), Optional.of(turned.orientation())));
    }
    for (Digest digest : digests) {
      all.addAll(find(digest, Optional.empty()));
    }
    return nearestOfEachMember(all);
  }

  private List<Match> find(Signal signal, Optional<Dihedral> transform) {
    return index.find(signal, radius).stream().map(hit -> match(hit, transform)).toList();
  }

  private Match match(Hit hit, Optional<Dihedral> transform) {
    Listed found = listed.get(Math.toIntExact(hit.id()));
    return new Match(hit.id(), found.list(), found.entry(), hit.distance(), transform);
  }

  private static List<Match> nearestOfEachMember(List<Match> all) {
    Map<Member, Match> nearest = new HashMap<>();
    all.stream().sorted(BEST_FIRST).forEach(m -> nearest.putIfAbsent(Member.of(m), m));
    return nearest.values().stream().sorted(Comparator.comparingLong(Match::id)).toList();
  }

  private record Listed(String list, HashListEntry entry) {}

  private record Member(String list, String name, SignalType type) {
    static Member of(Match match) {
      HashListEntry entry = match.entry();
      return new Member(match.list(), entry.member(), entry.signal().type());
    }
  }
}
