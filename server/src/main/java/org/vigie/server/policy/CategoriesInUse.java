package org.vigie.server.policy;

import java.util.Set;

/// The categories that a module uses; each module that stores keys of categories has a bean of
/// this. A category in use cannot be removed from the catalogue.
@FunctionalInterface
public interface CategoriesInUse {
  /// Returns the categories that the module uses now.
  Set<CategoryKey> keys();
}
