/// Gives actions to the outbox, in their turn, and reads them there.
@NullMarked
package org.vigie.server.enforcement.queueing;

import org.jspecify.annotations.NullMarked;
