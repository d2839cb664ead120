package org.vigie.server.report;

/// A notice that does not say what it has to.
public final class MalformedNoticeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String defect;

  /// @param field as in the JSON of the call: `claim.explanation`
  /// @param defect a stable name: `missing`, `too-long`, `not-an-email`
  public MalformedNoticeException(String field, String defect) {
    super("a notice has a field that is not as it has to be");
    this.field = field;
    this.defect = defect;
  }

  public String field() {
    return field;
  }

  public String defect() {
    return defect;
  }
}
