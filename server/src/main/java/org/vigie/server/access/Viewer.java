package org.vigie.server.access;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// The caller of the present request. Each handler decides by [Requires]; pages also leave out
/// links and forms that their viewer may not use. Threads: that of the request.
public final class Viewer {
  private Viewer() {}

  /// Returns whether the caller has a permission.
  public static boolean may(Permission permission) {
    Authentication viewer = SecurityContextHolder.getContext().getAuthentication();
    return viewer != null
        && viewer.isAuthenticated()
        && viewer.getAuthorities().stream()
            .anyMatch(held -> permission.name().equals(held.getAuthority()));
  }
}
