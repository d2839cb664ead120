package org.vigie.server.hma.lookup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.hma.curating.HmaBanks;

/// Finds members of banks as HMA's look-ups do.
public final class Finder implements SignalFinder {
  private final KnownContent known;
  private final HmaBanks banks;

  Finder(KnownContent known, HmaBanks banks) {
    this.known = known;
    this.banks = banks;
  }

  @Override
  public List<Finding> find(SoughtSignal signal, List<String> names, double coin) {
    return find(signal, names, coin, false);
  }

  @Override
  public List<Finding> findRaw(SoughtSignal signal, List<String> names) {
    return find(signal, names, 0, true);
  }

  private List<Finding> find(
      SoughtSignal signal, List<String> names, double coin, boolean withDisabled) {
    known.revision();
    Set<BankId> only = ids(names);
    if (only.isEmpty() && !names.isEmpty()) {
      return List.of();
    }
    return known
        .find(List.of(List.of(signal)), new Selection(only, coin, withDisabled))
        .contents()
        .getFirst()
        .matches()
        .stream()
        .map(Finder::finding)
        .toList();
  }

  private static Finding finding(Match match) {
    return new Finding(match.bank().name().value(), match.member().value(), match.distance());
  }

  private Set<BankId> ids(List<String> names) {
    if (names.isEmpty()) {
      return Set.of();
    }
    return banks.list().stream()
        .filter(bank -> names.contains(bank.name().value()))
        .map(Bank::id)
        .collect(Collectors.toSet());
  }
}
