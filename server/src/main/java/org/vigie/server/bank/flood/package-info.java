/// Notices members that match far too much, and disputes or sets them aside.
///
/// Invariant: counts never leave the memory of this process. Used by nothing inside the module;
/// other modules use `FloodGuard`.
@NullMarked
package org.vigie.server.bank.flood;

import org.jspecify.annotations.NullMarked;
