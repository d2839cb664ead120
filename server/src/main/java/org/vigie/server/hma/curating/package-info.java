/// Banks and their content as HMA manages them: by name, without versions.
///
/// Invariant: callers see banks of known content only, and no content that was withdrawn. Used by
/// the rooms `lookup` and `web`.
@NullMarked
package org.vigie.server.hma.curating;

import org.jspecify.annotations.NullMarked;
