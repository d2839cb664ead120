/// Makes, rotates and revokes API keys, and lets programs in by them.
///
/// Invariant: a revoked key stops counting within a second, or within half a minute while the
/// database is out of reach. Used by the room `web`; other modules use `ApiKeys`.
@NullMarked
package org.vigie.server.access.keys;

import org.jspecify.annotations.NullMarked;
