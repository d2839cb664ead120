package org.vigie.server.access.agreement;

import org.vigie.server.access.Purpose;
import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemType;

/// A person requested a grant without the permission for it, or alone where two people are needed.
public final class GrantRefusedException extends RuntimeException implements ProblemCause {
  private static final long serialVersionUID = 1;

  private final Purpose purpose;

  public GrantRefusedException(Purpose purpose) {
    super("no grant for this purpose can be given so");
    this.purpose = purpose;
  }

  @Override
  public Problem problem() {
    return new Problem(
        ProblemType.FORBIDDEN, "No grant for this purpose can be given to this person so.");
  }

  public Purpose purpose() {
    return purpose;
  }
}
