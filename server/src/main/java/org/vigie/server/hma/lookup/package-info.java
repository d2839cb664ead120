/// Finds members of banks as HMA's look-ups do, with its ratios and coins.
///
/// Invariant: a bank or signal type with a ratio of 0 takes part in no look-up. Used by the room
/// `web`.
@NullMarked
package org.vigie.server.hma.lookup;

import org.jspecify.annotations.NullMarked;
