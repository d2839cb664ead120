/// Makes the signals that HMA knows of content.
///
/// Invariant: a photo that shows too little has an empty signal, which is never compared. Used by
/// the room `web`.
@NullMarked
package org.vigie.server.hma.hashing;

import org.jspecify.annotations.NullMarked;
