package org.vigie.server.access.web;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigie.server.access.Permission;

/// The person who looks at a page. Pages leave out the forms that their viewer could not send; what
/// decides is [RequiredPermissions].
final class Viewer {
  private Viewer() {}

  static boolean may(Permission permission) {
    Authentication viewer = SecurityContextHolder.getContext().getAuthentication();
    return viewer != null
        && viewer.isAuthenticated()
        && viewer.getAuthorities().stream()
            .anyMatch(held -> permission.name().equals(held.getAuthority()));
  }
}
