package org.vigie.server.bank;

import java.util.Map;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// The types of problems of requests about banks.
public final class BankProblems {
  public static final ProblemType NO_SUCH_BANK =
      ProblemType.missing("no-such-bank", "No bank has this name.");
  public static final ProblemType NO_SUCH_MEMBER =
      ProblemType.missing("no-such-member", "The bank has no member with this number.");
  public static final ProblemType NAME_TAKEN =
      ProblemType.conflict("bank-name-taken", "Another bank has this name.");
  public static final ProblemType REFERENCE_TAKEN =
      ProblemType.conflict("reference-taken", "Another member of the bank has this reference.");
  public static final ProblemType CHANGED_MEANWHILE =
      ProblemType.conflict("changed-meanwhile", "Somebody changed this in the meantime.");
  public static final ProblemType NOT_POSSIBLE_NOW =
      ProblemType.conflict("not-possible-now", "The status of the member does not allow this.");

  private BankProblems() {}

  public static ProblemException noSuchBank() {
    return new ProblemException(NO_SUCH_BANK, "no open bank has this name", Map.of());
  }

  public static ProblemException noSuchMember(MemberId id) {
    return new ProblemException(
        NO_SUCH_MEMBER, "no member has this number", Map.of("member", id.value()));
  }

  public static ProblemException changedMeanwhile(int current) {
    return new ProblemException(
        CHANGED_MEANWHILE, "the version is not the current one", Map.of("version", current));
  }
}
