/// Shows the media of cases behind veils, and counts each person's exposure to harm.
///
/// Invariant: media opens only under a grant, and the view is recorded before the bytes return.
/// Used by the rooms `deciding` and `web`.
@NullMarked
package org.vigie.server.review.viewing;

import org.jspecify.annotations.NullMarked;
