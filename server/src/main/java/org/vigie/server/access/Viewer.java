package org.vigie.server.access;

import java.util.Objects;
import java.util.function.Function;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigie.server.frame.Waiting;

/// The caller of the present request. Each handler decides by [Requires]; pages also leave out
/// links and forms that their viewer may not use. Threads: that of the request.
public final class Viewer {
  private Viewer() {}

  /// Returns whether the caller has a permission.
  public static boolean may(GrantedAuthority permission) {
    Authentication viewer = SecurityContextHolder.getContext().getAuthentication();
    return viewer != null
        && viewer.isAuthenticated()
        && viewer.getAuthorities().stream()
            .anyMatch(held -> Objects.equals(permission.getAuthority(), held.getAuthority()));
  }

  /// Makes a count of a person's own work one of what waits for the viewer of a page.
  public static Function<Authentication, Waiting.Count> counting(
      Function<PersonId, Waiting.Count> own) {
    return viewer -> viewer.getPrincipal() instanceof Caller.Person person
        ? own.apply(person.id())
        : Waiting.Count.NOTHING;
  }
}
