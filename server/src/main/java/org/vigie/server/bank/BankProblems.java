package org.vigie.server.bank;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// What can be wrong with a request about banks, told apart by type.
public final class BankProblems {
  public static final ProblemType NO_SUCH_BANK =
      new ProblemType("no-such-bank", HttpStatus.NOT_FOUND, "There is no bank of this name.");
  public static final ProblemType NO_SUCH_MEMBER = new ProblemType(
      "no-such-member", HttpStatus.NOT_FOUND, "The bank has no member of this number.");
  public static final ProblemType NAME_TAKEN =
      new ProblemType("bank-name-taken", HttpStatus.CONFLICT, "Another bank has this name.");
  public static final ProblemType REFERENCE_TAKEN = new ProblemType(
      "reference-taken", HttpStatus.CONFLICT, "Another member of the bank has this reference.");
  public static final ProblemType CHANGED_MEANWHILE = new ProblemType(
      "changed-meanwhile", HttpStatus.CONFLICT, "Somebody has changed this meanwhile.");
  public static final ProblemType NOT_POSSIBLE_NOW = new ProblemType(
      "not-possible-now", HttpStatus.CONFLICT, "The status of the member does not allow this.");

  private BankProblems() {}

  static ProblemException noSuchBank() {
    return new ProblemException(NO_SUCH_BANK, "no open bank has this name", Map.of());
  }

  static ProblemException noSuchMember(MemberId id) {
    return new ProblemException(
        NO_SUCH_MEMBER, "no member has this number", Map.of("member", id.value()));
  }

  static ProblemException changedMeanwhile(int current) {
    return new ProblemException(
        CHANGED_MEANWHILE, "the version is not the current one", Map.of("version", current));
  }
}
