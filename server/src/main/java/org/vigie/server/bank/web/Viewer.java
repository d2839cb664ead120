package org.vigie.server.bank.web;

import org.springframework.security.core.Authentication;
import org.vigie.server.access.Permission;

/// What the person before the screen may do.
final class Viewer {
  private Viewer() {}

  static boolean may(Authentication viewer, Permission permission) {
    return viewer.getAuthorities().contains(permission);
  }
}
