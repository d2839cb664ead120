package org.vigie.server.frame;

import java.util.Comparator;
import org.springframework.security.core.GrantedAuthority;

/// A link in the navigation; each module has a bean for each of its own.
///
/// @param order within the section
/// @param textKey of the link's words
/// @param authority needed to open the page, and so to see the link
public record NavigationEntry(
    Section section, int order, String textKey, String path, GrantedAuthority authority) {
  /// By section, and then as each section says.
  static final Comparator<NavigationEntry> ORDER =
      Comparator.comparing(NavigationEntry::section).thenComparingInt(NavigationEntry::order);
}
