package org.vigie.server.bank.web;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.BankProblems;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.Members;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;

/// Finds the banks and members that an address names, or throws a problem.
final class BankPaths {
  private final Banks banks;
  private final Members members;
  private final ObjectProvider<Policies> policies;

  BankPaths(Banks banks, Members members, ObjectProvider<Policies> policies) {
    this.banks = banks;
    this.members = members;
    this.policies = policies;
  }

  /// Returns an open bank.
  Bank bank(String name) {
    try {
      return banks.get(new BankName(name));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(BankProblems.NO_SUCH_BANK, "no bank is named so", Map.of());
    }
  }

  /// Returns a member of this bank.
  Member member(Bank bank, long id) {
    Member member = members.get(new MemberId(id));
    if (!member.bank().equals(bank.id())) {
      throw new ProblemException(
          BankProblems.NO_SUCH_MEMBER, "the bank has no member of this number", Map.of());
    }
    return member;
  }

  /// Returns the current catalogue, which names the categories of banks.
  PolicyCatalogue catalogue() {
    return policies.getObject().current();
  }

  /// Returns a draft whose category the catalogue has.
  BankDraft checked(BankDraft draft) {
    policies.ifAvailable(known -> {
      if (known.current().find(draft.category()).isEmpty()) {
        throw ProblemException.ofField("category", "The catalogue has no such category.");
      }
    });
    return draft;
  }
}
