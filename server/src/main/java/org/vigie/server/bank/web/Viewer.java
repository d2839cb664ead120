package org.vigie.server.bank.web;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigie.server.access.Permission;

/// The viewer of a page. Pages leave out the forms that their viewer may not send; the permission
/// of the handler decides.
final class Viewer {
  private Viewer() {}

  static boolean may(Permission permission) {
    Authentication viewer = SecurityContextHolder.getContext().getAuthentication();
    return viewer != null && viewer.getAuthorities().contains(permission);
  }
}
