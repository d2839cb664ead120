/// Ends measures whose time is over.
@NullMarked
package org.vigie.server.enforcement.ending;

import org.jspecify.annotations.NullMarked;
