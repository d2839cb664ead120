package org.vigie.media;

/// Carries the cause why a file gives no picture to the one place that makes an outcome of it.
final class UndecodableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final DecodeOutcome.Cause reason;

  private UndecodableException(DecodeOutcome.Cause reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  static UndecodableException truncated(String detail) {
    return new UndecodableException(DecodeOutcome.Cause.TRUNCATED, detail);
  }

  static UndecodableException malformed(String detail) {
    return new UndecodableException(DecodeOutcome.Cause.MALFORMED, detail);
  }

  static UndecodableException unsupported(String detail) {
    return new UndecodableException(DecodeOutcome.Cause.UNSUPPORTED, detail);
  }

  /// Refuses unless `holds`: the file breaks a rule of its format.
  static void check(boolean holds, String detail) throws UndecodableException {
    if (!holds) {
      throw malformed(detail);
    }
  }

  /// Refuses unless `holds`: the variant is not read here.
  static void need(boolean holds, String detail) throws UndecodableException {
    if (!holds) {
      throw unsupported(detail);
    }
  }

  DecodeOutcome.Undecodable outcome() {
    return new DecodeOutcome.Undecodable(reason, String.valueOf(getMessage()));
  }

  /// Is thrown often and read never: no stack is taken.
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
