/// Carries out one call: host look-up, guarded connection, exchange, and a deadline on its sockets.
@NullMarked
package org.vigie.server.outbound.calling;

import org.jspecify.annotations.NullMarked;
