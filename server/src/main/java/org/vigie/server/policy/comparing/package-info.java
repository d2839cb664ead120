/// Compares two revisions of the catalogue, field by field.
///
/// Invariant: a difference of two catalogues is a difference of at least one field. Used by the
/// room `web`.
@NullMarked
package org.vigie.server.policy.comparing;

import org.jspecify.annotations.NullMarked;
