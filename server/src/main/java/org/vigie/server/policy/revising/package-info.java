/// Makes revisions of the catalogue, from the page, a file or the default, and holds the current
/// one in memory.
///
/// Invariant: there always is a revision, and a text with any problem makes none. Publishes
/// `PolicyRevised`. Used by the room `web`; other modules use `Policies`.
@NullMarked
package org.vigie.server.policy.revising;

import org.jspecify.annotations.NullMarked;
