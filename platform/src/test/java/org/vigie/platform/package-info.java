@NullMarked
package org.vigie.platform;

import org.jspecify.annotations.NullMarked;
