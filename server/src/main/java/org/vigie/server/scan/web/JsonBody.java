package org.vigie.server.scan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// The body of a request that sends JSON.
final class JsonBody {
  private JsonBody() {}

  /// Reads the whole body.
  ///
  /// @throws ProblemException if it is longer than that
  static byte[] read(HttpServletRequest request, int maxBytes) throws IOException {
    byte[] body = request.getContentLength() > maxBytes
        ? tooLarge(maxBytes)
        : request.getInputStream().readNBytes(maxBytes + 1);
    return body.length > maxBytes ? tooLarge(maxBytes) : body;
  }

  private static byte[] tooLarge(int maxBytes) {
    throw new ProblemException(
        ProblemType.TOO_LARGE,
        "The body is larger than what is accepted.",
        Map.of("limit", maxBytes));
  }

  /// Returns whether a content type is that of JSON in UTF-8.
  static boolean isJson(String contentType) {
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      String charset = type.getParameter("charset");
      return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
          && (charset == null || charset.equalsIgnoreCase("utf-8"));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }
}
