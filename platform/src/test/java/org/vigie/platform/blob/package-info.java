@NullMarked
package org.vigie.platform.blob;

import org.jspecify.annotations.NullMarked;
