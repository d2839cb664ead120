package org.vigie.server.policy;

import java.util.Set;

/// A module that holds on to categories by their keys; each such module has a bean of this.
/// A category that somebody uses cannot be removed from the catalogue.
@FunctionalInterface
public interface CategoriesInUse {
  /// Returns the categories that the module uses now.
  Set<CategoryKey> keys();
}
