/// Compares signals that callers computed themselves; stores nothing. Used by the API.
@NullMarked
package org.vigie.server.scan.lookup;

import org.jspecify.annotations.NullMarked;
