/// Explains to people why a file matches, or does not; stores nothing of it. Used by the pages.
@NullMarked
package org.vigie.server.scan.debugging;

import org.jspecify.annotations.NullMarked;
