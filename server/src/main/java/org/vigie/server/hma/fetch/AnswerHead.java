package org.vigie.server.hma.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.server.hma.fetch.FetchException.Cause;

/// The status and the headers of an answer (RFC 9112, sections 4 and 5).
///
/// @param headers by their names in small letters; of several the last
record AnswerHead(int status, Map<String, String> headers) {
  private static final int MOST_BYTES = 65_536;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
  private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");

  AnswerHead {
    headers = Map.copyOf(headers);
  }

  /// Reads up to the empty line; answers of the class 1xx, which announce another, are passed
  /// over.
  static AnswerHead read(InputStream in) throws IOException {
    Lines lines = new Lines(in);
    AnswerHead head = readOne(lines);
    while (head.status() < 200) {
      head = readOne(lines);
    }
    return head;
  }

  private static AnswerHead readOne(Lines lines) throws IOException {
    Matcher status = STATUS_LINE.matcher(lines.next());
    if (!status.matches()) {
      throw new FetchException(Cause.BAD_ANSWER);
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
      Matcher header = HEADER.matcher(line);
      if (!header.matches()) {
        throw new FetchException(Cause.BAD_ANSWER);
      }
      headers.put(header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip());
    }
    return new AnswerHead(Integer.parseInt(status.group(1)), headers);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  boolean isRedirect() {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /// Lines that end with CR LF or LF, all together at most 64 KB.
  private static final class Lines {
    private final InputStream in;
    private int left = MOST_BYTES;

    Lines(InputStream in) {
      this.in = in;
    }

    String next() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = read(); next != '\n'; next = read()) {
        line.append((char) next);
      }
      int length = line.length();
      boolean carried = length > 0 && line.charAt(length - 1) == '\r';
      return carried ? line.substring(0, length - 1) : line.toString();
    }

    private int read() throws IOException {
      int next = left-- > 0 ? in.read() : -1;
      if (next < 0) {
        throw new FetchException(Cause.BAD_ANSWER);
      }
      return next;
    }
  }

  /// Returns the length that the head announces, if it does.
  Optional<Long> contentLength() {
    return header("content-length").map(text -> {
      if (!text.matches("[0-9]{1,18}")) {
        throw new FetchException(Cause.BAD_ANSWER);
      }
      return Long.parseLong(text);
    });
  }

  /// Returns the media type without parameters, empty if the host does not say.
  String mediaType() {
    String type = header("content-type").orElse("");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip();
  }

  /// Returns the bytes of a line of the request.
  static byte[] bytes(String line) {
    return line.getBytes(StandardCharsets.US_ASCII);
  }
}
