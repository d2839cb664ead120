/// How long evidence is kept: terms, holds, destruction, and the sweep of orphaned blobs.
///
/// Invariant: nothing is destroyed under a hold; people destroy only when two of them agree. Used
/// by the vault and the pages.
@NullMarked
package org.vigie.server.evidence.keeping;

import org.jspecify.annotations.NullMarked;
