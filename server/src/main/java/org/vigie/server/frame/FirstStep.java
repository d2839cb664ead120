package org.vigie.server.frame;

import org.springframework.security.core.GrantedAuthority;

/// Something to do on a new installation before it is of use. The first page lists these until all
/// are done; each is a bean of the module in which it is done.
public interface FirstStep {
  /// Returns its place, from the first to the last.
  int order();

  /// Returns the permission that it needs.
  GrantedAuthority authority();

  /// Returns the key of its sentences: `<key>.title` names it, `<key>.text` says why and how.
  String textKey();

  /// Returns the address of its page.
  String address();

  boolean isDone();
}
