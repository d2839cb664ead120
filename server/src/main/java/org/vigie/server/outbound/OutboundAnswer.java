package org.vigie.server.outbound;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The answer of a destination, with any status. Prints its status and size only.
public final class OutboundAnswer {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  /// @param headers by their names in small letters
  OutboundAnswer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /// Returns the status, 200 to 999. Redirects are not followed.
  public int status() {
    return status;
  }

  /// Returns the first header of a name.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /// Returns the body itself as it was sent, not a copy.
  public byte[] body() {
    return body;
  }

  /// Returns how long the destination asks to wait before the next call (RFC 9110, section
  /// 10.2.3): at least zero; empty if it does not say, or says nothing that can be read.
  public Optional<Duration> retryAfter(Instant now) {
    return header("retry-after").flatMap(text -> wait(text, now));
  }

  private static Optional<Duration> wait(String text, Instant now) {
    if (SECONDS.matcher(text).matches()) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
      return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "OutboundAnswer[" + status + ", " + body.length + " bytes]";
  }
}
