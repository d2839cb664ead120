package org.vigie.server.hma;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.SoughtSignal;

/// Finds members of banks as HMA's look-ups do.
public final class Finder implements SignalFinder {
  private final KnownContent known;
  private final Banks banks;

  Finder(KnownContent known, Banks banks) {
    this.known = known;
    this.banks = banks;
  }

  @Override
  public List<Finding> find(SoughtSignal signal, List<String> names, double coin) {
    return known
        .find(List.of(List.of(signal)), new Selection(ids(names), coin))
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
    Set<BankId> ids = new HashSet<>();
    for (String name : names) {
      ids.add(banks
          .find(name(name))
          .orElseThrow(() -> HmaProblems.bad("One of the banks does not exist."))
          .id());
    }
    return ids;
  }

  /// Reads the name of a bank.
  ///
  /// @throws org.vigie.server.frame.ProblemException if it cannot be one
  public static BankName name(String text) {
    try {
      return new BankName(text);
    } catch (IllegalArgumentException e) {
      throw HmaProblems.bad("A bank is named by capitals, digits and underscores, at most 255.");
    }
  }
}
