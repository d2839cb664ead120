package org.vigie.server.frame.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Names one request in answers and in the log.
///
/// @param value 8 to 64 letters, digits, dots, hyphens or underscores
public record RequestId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final String ATTRIBUTE = RequestId.class.getName();

  public RequestId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a request id is 8 to 64 letters, digits, dots or dashes");
    }
  }

  /// Returns the id that a caller chose, if it has the form of one.
  public static Optional<RequestId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new RequestId(text)) : Optional.empty();
  }

  /// Returns a new one; not a secret.
  public static RequestId next(RandomGenerator random) {
    return new RequestId(HexFormat.of().toHexDigits(random.nextLong()));
  }

  /// Returns the id that a request was given.
  public static Optional<RequestId> of(HttpServletRequest request) {
    return Optional.ofNullable((RequestId) request.getAttribute(ATTRIBUTE));
  }

  /// Gives it to a request.
  public void nameRequest(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
