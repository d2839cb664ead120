package org.vigie.server.frame;

import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;

/// Something that may not wait, which the first page says before all else; each module has beans
/// for its own.
public interface Alarm {
  /// Returns the permission that is needed to see it.
  GrantedAuthority authority();

  /// Returns the alarm to show now; empty if nothing is wrong. Makes one bounded query at most.
  Optional<View> view(Texts texts);

  /// An alarm in words.
  ///
  /// @param link to the page where people act on it
  record View(String sentence, HomePanel.Link link) {}
}
