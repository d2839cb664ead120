@NullMarked
package org.vigie.server.hma;

import org.jspecify.annotations.NullMarked;
