package org.vigie.server.bank.web;

import java.util.Map;
import org.vigie.server.bank.BankProblems;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.frame.ProblemException;

/// The changes of status that a caller may ask for.
final class Statuses {
  private Statuses() {}

  /// @param mayDecideFloods whether the caller may put back a member that was set aside
  static void check(MemberStatus from, MemberStatus to, boolean mayDecideFloods) {
    if (to == MemberStatus.SET_ASIDE) {
      throw ProblemException.ofField("status", "Only Vigie itself sets members aside.");
    }
    boolean back = from == MemberStatus.SET_ASIDE && to != MemberStatus.WITHDRAWN;
    if (back && !mayDecideFloods) {
      throw new ProblemException(
          BankProblems.NOT_POSSIBLE_NOW,
          "the member was set aside; a lead or a list manager puts it back",
          Map.of());
    }
  }

  static ProblemException notSetAside() {
    return new ProblemException(
        BankProblems.NOT_POSSIBLE_NOW, "the member is not set aside", Map.of());
  }
}
