package org.vigie.server.policy.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Permission;
import org.vigie.server.access.SubjectPage;
import org.vigie.server.access.Subjects;
import org.vigie.server.policy.revising.PolicyAct;

/// The catalogue in the ledger.
final class PolicyActs implements LedgerActs {
  @Override
  public String titleKey() {
    return "policy.title";
  }

  @Override
  public List<PolicyAct> acts() {
    return List.of(PolicyAct.values());
  }

  @Override
  public Map<String, SubjectPage> pages(Set<String> subjects) {
    return Subjects.of("policy", subjects)
        .filter(subject -> Subjects.number(subject).isPresent())
        .collect(Collectors.toMap(
            Function.identity(),
            subject -> new SubjectPage(
                "/policy/revisions/" + Subjects.id(subject), Permission.POLICY_READ)));
  }
}
