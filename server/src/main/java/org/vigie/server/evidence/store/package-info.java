/// The vault's tables.
@NullMarked
package org.vigie.server.evidence.store;

import org.jspecify.annotations.NullMarked;
