/// Files of members: read strictly, and written so that reading gives the same; and the imports
/// that bring them in.
///
/// Used by the rooms `store`, `curating` (for the rules of texts), `transfer` and `web`.
@NullMarked
package org.vigie.server.bank.file;

import org.jspecify.annotations.NullMarked;
