package org.vigie.server.report;

import org.vigie.server.frame.Problem;
import org.vigie.server.frame.ProblemCause;
import org.vigie.server.frame.ProblemException;

/// A notice that does not say what it has to.
public final class MalformedNoticeException extends RuntimeException implements ProblemCause {
  private static final long serialVersionUID = 1;

  private final String field;
  private final Defect defect;

  /// @param field as in the JSON of the call: `reported[0].address`
  public MalformedNoticeException(String field, Defect defect) {
    super("a notice has a field that is not as it has to be");
    this.field = field;
    this.defect = defect;
  }

  public String field() {
    return field;
  }

  public Defect defect() {
    return defect;
  }

  @Override
  public Problem problem() {
    return ProblemException.ofField(field, defect.sentence()).problem();
  }
}
