@NullMarked
package org.vigie.server.hma.fetch;

import org.jspecify.annotations.NullMarked;
