package org.vigie.server.frame.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.WebUtils;
import org.vigie.server.frame.Zones;

/// Finds the time zone of a viewer: the chosen one, otherwise that of the browser, which a script
/// tells, otherwise UTC.
final class ViewerZone {
  private static final String HERE = "zone-here";

  private ViewerZone() {}

  static ZoneId of(HttpServletRequest request) {
    return Stream.of(Zones.COOKIE, HERE)
        .flatMap(name -> Optional.ofNullable(WebUtils.getCookie(request, name)).stream())
        .map(Cookie::getValue)
        .flatMap(value -> Zones.find(value.replace("%2F", "/")).stream())
        .findFirst()
        .orElse(ZoneOffset.UTC);
  }
}
