package org.vigie.server.access.web;

import java.util.Objects;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

/// The cookie of a session that the server gave and that has ended: it has to be looked up.
public final class EndedSession {
  private EndedSession() {}

  /// Returns the value of a `Cookie` header.
  public static String cookie(CookieSerializer cookies) {
    MockHttpServletResponse answer = new MockHttpServletResponse();
    cookies.writeCookieValue(
        new CookieValue(new MockHttpServletRequest(), answer, UUID.randomUUID().toString()));
    String cookie = Objects.requireNonNull(answer.getHeader("Set-Cookie"));
    return cookie.substring(0, cookie.indexOf(';'));
  }
}
