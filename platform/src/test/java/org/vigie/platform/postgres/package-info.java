@NullMarked
package org.vigie.platform.postgres;

import org.jspecify.annotations.NullMarked;
