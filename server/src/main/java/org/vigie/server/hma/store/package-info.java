/// Holds the enabled ratios of the signal types in the schema `hma`. Used by the room `lookup`.
@NullMarked
package org.vigie.server.hma.store;

import org.jspecify.annotations.NullMarked;
