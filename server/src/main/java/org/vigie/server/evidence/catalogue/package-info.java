/// Lists and counts what the vault holds, without content, and verifies custody chains.
///
/// Used by the pages.
@NullMarked
package org.vigie.server.evidence.catalogue;

import org.jspecify.annotations.NullMarked;
