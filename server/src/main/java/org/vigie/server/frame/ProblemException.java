package org.vigie.server.frame;

import java.util.Map;

/// A request that cannot be answered as asked; the edge turns it into a problem document.
public final class ProblemException extends RuntimeException {
  private final transient ProblemType type;
  private final String detail;
  private final transient Map<String, Object> fields;

  /// @param detail what and where, for the caller; without content, signals or names
  /// @param fields further members of the problem document, such as `field` or `line`
  public ProblemException(ProblemType type, String detail, Map<String, Object> fields) {
    super(detail);
    this.type = type;
    this.detail = detail;
    this.fields = Map.copyOf(fields);
  }

  /// Returns a problem with one field of the request.
  ///
  /// @param field its path in the request: `signals[3].value`
  public static ProblemException ofField(String field, String detail) {
    return new ProblemException(ProblemType.INVALID_FIELD, detail, Map.of("field", field));
  }

  /// Returns what the caller is told.
  public Problem problem() {
    return new Problem(type, detail, fields);
  }

  public ProblemType type() {
    return type;
  }

  public Map<String, Object> fields() {
    return fields;
  }
}
