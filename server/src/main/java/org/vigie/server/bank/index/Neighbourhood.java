package org.vigie.server.bank.index;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.index.Hit;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.Neighbour;
import org.vigie.server.bank.SoughtSignal;

/// Finds the members of a [LiveIndex] that are near some content, regardless of the terms of
/// their banks.
final class Neighbourhood {
  private final LiveIndex index;
  private final BankTable banks;

  Neighbourhood(LiveIndex index) {
    this.index = index;
    this.banks = index.banks();
  }

  List<Neighbour> nearest(List<SoughtSignal> content, int radius, int limit) {
    List<List<Hit>> hits =
        index.signals().findAll(content.stream().map(SoughtSignal::signal).toList(), radius);
    List<Neighbour> near = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      SoughtSignal sought = content.get(i);
      hits.get(i).stream().flatMap(hit -> neighbour(hit, sought).stream()).forEach(near::add);
    }
    Set<MemberId> told = new HashSet<>();
    Stream<Neighbour> sorted = near.stream().sorted(Neighbour.NEAREST_FIRST);
    return sorted.filter(each -> told.add(each.member())).limit(limit).toList();
  }

  private Optional<Neighbour> neighbour(Hit hit, SoughtSignal sought) {
    return Optional.ofNullable(banks.find(IndexId.bank(hit.id())))
        .map(bank -> new Neighbour(
            bank,
            new MemberId(IndexId.member(hit.id())),
            sought.signal().type(),
            hit.distance(),
            sought.orientation()));
  }
}
