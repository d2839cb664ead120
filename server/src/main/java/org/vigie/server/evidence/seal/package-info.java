/// The cryptography of the vault, as `docs/formats/evidence.md` specifies it.
@NullMarked
package org.vigie.server.evidence.seal;

import org.jspecify.annotations.NullMarked;
