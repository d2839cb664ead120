/// Holds the enabled ratios of the signal types in the schema `hma`.
@NullMarked
package org.vigie.server.hma.store;

import org.jspecify.annotations.NullMarked;
