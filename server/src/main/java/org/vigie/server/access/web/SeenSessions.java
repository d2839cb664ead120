package org.vigie.server.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Sha256;

/// The cookies that recently led to a person. They choose the connections for looking up a session,
/// but prove no identity. Threads: any.
final class SeenSessions {
  private static final int MOST = 4_096;

  private final Set<String> digests =
      Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > MOST;
        }
      }));

  boolean has(HttpServletRequest request) {
    return digest(request).filter(digests::contains).isPresent();
  }

  void keep(HttpServletRequest request, boolean ledToSomebody) {
    digest(request).ifPresent(found -> {
      digests.remove(found);
      if (ledToSomebody) {
        digests.add(found);
      }
    });
  }

  private static Optional<String> digest(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().endsWith("session"))
        .map(cookie -> HexFormat.of().formatHex(Sha256.of(cookie.getValue())))
        .findFirst();
  }
}
