/// Carries files of members into banks and out of them.
///
/// Invariant: all of a file is imported, or nothing of it; a file that was accepted is imported
/// even if the process crashes. Used by the room `web`.
@NullMarked
package org.vigie.server.bank.transfer;

import org.jspecify.annotations.NullMarked;
