package org.vigie.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.vigie.server.frame.MatchedPath;

/// The cookie of sessions. It carries a mark of the installation, so that an invented session is
/// recognised without a query and counts as none.
///
/// Form, before Base64: the identifier, a dot, and the mark.
///
/// A request can repeat the cookie. Each value costs a mark and each accepted one costs a query, so
/// only the first two values are checked and at most one is accepted. On paths that serve no
/// people, none is read, as frameworks look up a session for every request that names one.
final class SessionCookie extends DefaultCookieSerializer {
  private static final int MOST_VALUES = 2;

  /// Here only strangers, programs and probes are answered.
  private static final List<String> WITHOUT_PEOPLE =
      List.of("/health", "/metrics", "/report", "/api", "/hma");

  /// Pages for people below the calls of programs.
  private static final List<String> WITH_PEOPLE = List.of("/api/docs");

  private final UnaryOperator<String> marks;

  /// @param marks gives the mark of an identifier, which others cannot make
  SessionCookie(UnaryOperator<String> marks) {
    this.marks = marks;
  }

  @Override
  public void writeCookieValue(CookieValue cookie) {
    String session = cookie.getCookieValue();
    if (session == null || session.isEmpty()) {
      super.writeCookieValue(cookie);
      return;
    }
    CookieValue marked = new CookieValue(
        cookie.getRequest(), cookie.getResponse(), session + "." + marks.apply(session));
    marked.setCookieMaxAge(cookie.getCookieMaxAge());
    super.writeCookieValue(marked);
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    MatchedPath path = MatchedPath.of(request);
    if (WITHOUT_PEOPLE.stream().anyMatch(path::isWithin)
        && WITH_PEOPLE.stream().noneMatch(path::isWithin)) {
      return List.of();
    }
    return super.readCookieValues(request).stream()
        .limit(MOST_VALUES)
        .flatMap(value -> given(value).stream())
        .limit(1)
        .toList();
  }

  /// Returns the session that a cookie names; empty if it was not issued here.
  private Optional<String> given(String value) {
    int dot = value.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String session = value.substring(0, dot);
    boolean marked = MessageDigest.isEqual(
        marks.apply(session).getBytes(StandardCharsets.UTF_8),
        value.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    return marked ? Optional.of(session) : Optional.empty();
  }
}
