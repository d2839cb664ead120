package org.vigie.server.scan.lookup;

import java.util.List;
import org.vigie.server.bank.Findings;
import org.vigie.server.policy.PolicyCatalogue;

/// The result of a look-up.
///
/// @param findings one for each signal, in the order of the look-up
/// @param policy which says how grave the matches are
/// @param notCompared the places of signals whose quality is below the least that a bank compares
public record LookupFindings(Findings findings, PolicyCatalogue policy, List<Integer> notCompared) {
  public LookupFindings {
    notCompared = List.copyOf(notCompared);
  }
}
