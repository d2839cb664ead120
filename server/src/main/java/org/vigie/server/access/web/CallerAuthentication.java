package org.vigie.server.access.web;

import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Permission;

/// The authentication of every caller: its identity, and its permissions right now.
///
/// Made anew for each request and never stored, so a change of roles counts at once.
public final class CallerAuthentication extends AbstractAuthenticationToken {
  private final transient Caller caller;
  private final String name;

  /// @param name of the caller on screens
  public CallerAuthentication(Caller caller, String name, Set<Permission> permissions) {
    super(permissions);
    this.caller = caller;
    this.name = name;
    setAuthenticated(true);
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  /// Returns the empty text, as credentials are not kept.
  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return name;
  }
}
