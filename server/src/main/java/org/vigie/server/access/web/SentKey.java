package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.vigie.server.frame.MatchedPath;

/// The API key that a program sent.
///
/// It follows `Bearer`. Clients of HMA have a setting for a base URL but none for a key, and many
/// HTTP clients send the part before its `@` as `Basic`; so under `/hma`, and only there, the key
/// also counts as the password, or as the user name without a password. A browser keeps such an
/// address and would use it for pages of strangers too: a request that a page sends has no key.
final class SentKey {
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";
  private static final String NONE = "";
  private static final String SEND = "send Authorization: Bearer vigie_...";

  private SentKey() {}

  /// Returns whether the request names its sender, rightly or not.
  static boolean isIn(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  /// Returns the text of the key; the empty text, which is no key, for anything else.
  static String of(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    String header = headers.size() == 1 ? headers.getFirst() : NONE;
    if (startsWith(header, BEARER)) {
      return header.substring(BEARER.length());
    }
    boolean isBasic = startsWith(header, BASIC) && MatchedPath.of(request).isForHma();
    return isBasic && !LocalCalls.isOfAPage(request)
        ? ofBasic(header.substring(BASIC.length()))
        : NONE;
  }

  /// Returns why no key of the request can count. Returns empty if one can.
  static Optional<String> misplaced(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    if (headers.size() > 1) {
      return Optional.of("The header Authorization comes twice: " + SEND);
    }
    if (startsWith(headers.getFirst(), BEARER)) {
      return Optional.empty();
    }
    if (!startsWith(headers.getFirst(), BASIC)) {
      return Optional.of("The header Authorization is not Bearer: " + SEND);
    }
    if (!MatchedPath.of(request).isForHma()) {
      return Optional.of("HTTP Basic counts only under /hma: " + SEND);
    }
    return LocalCalls.isOfAPage(request)
        ? Optional.of("HTTP Basic does not count for what a page in a browser sends: " + SEND)
        : Optional.empty();
  }

  private static boolean startsWith(String header, String scheme) {
    return header.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  /// Reads `user:password` in Base64 (RFC 7617).
  private static String ofBasic(String credentials) {
    try {
      String text =
          new String(Base64.getDecoder().decode(credentials), StandardCharsets.ISO_8859_1);
      String[] userAndPassword = text.split(":", 2);
      boolean hasPassword = userAndPassword.length == 2 && !userAndPassword[1].isEmpty();
      return userAndPassword[hasPassword ? 1 : 0];
    } catch (IllegalArgumentException e) {
      return NONE;
    }
  }
}
