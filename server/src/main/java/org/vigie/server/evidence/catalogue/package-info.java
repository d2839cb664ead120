/// Lists and counts the objects of the vault, without content, and verifies custody chains.
///
/// Used by the pages.
@NullMarked
package org.vigie.server.evidence.catalogue;

import org.jspecify.annotations.NullMarked;
