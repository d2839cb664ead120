/// Carries out one call: lookup of the host, guarded connection, exchange, and deadline.
@NullMarked
package org.vigie.server.outbound.calling;

import org.jspecify.annotations.NullMarked;
