/// The custody chains: the acts of an object, and how their entries are linked by hash.
///
/// Invariant: entries that were changed, left out or reordered do not verify. Used by all rooms of
/// the module; uses none.
@NullMarked
package org.vigie.server.evidence.custody;

import org.jspecify.annotations.NullMarked;
