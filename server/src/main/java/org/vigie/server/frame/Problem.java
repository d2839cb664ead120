package org.vigie.server.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;

/// The answer to a request that failed.
///
/// @param detail the error and its place, without content, signals or names
/// @param fields further members of the document, such as `field` or `line`
/// @param headers of the answer, such as `Allow` or `Retry-After`
public record Problem(
    ProblemType type, String detail, Map<String, Object> fields, Map<String, String> headers) {
  public Problem {
    fields = Map.copyOf(fields);
    headers = Map.copyOf(headers);
  }

  public Problem(ProblemType type, String detail, Map<String, Object> fields) {
    this(type, detail, fields, Map.of());
  }

  public Problem(ProblemType type, String detail) {
    this(type, detail, Map.of());
  }

  /// Returns the problem with one field of the request.
  public static Problem ofField(String field, String detail) {
    return new Problem(ProblemType.INVALID_FIELD, detail, Map.of("field", field));
  }

  /// Returns this problem with one more header in its answer.
  public Problem withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(type, detail, fields, more);
  }

  /// Returns this problem with the seconds after which a retry is worth it.
  public Problem retryAfter(long seconds) {
    return withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  /// Returns field and detail in one text, for answers that have no members beside it.
  public String message() {
    Object field = fields.getOrDefault("field", "");
    return field.equals("") ? detail : field + ": " + detail;
  }

  /// Returns the members of the problem document (RFC 9457, section 3), in order.
  public Map<String, Object> document() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", type.uri().toString());
    members.put("title", type.title());
    members.put("status", type.status().value());
    members.put("detail", detail);
    fields.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> members.put(field.getKey(), field.getValue()));
    return members;
  }
}
