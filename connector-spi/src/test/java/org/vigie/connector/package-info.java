/// Limits of each value, and that no reference is printed.
@NullMarked
package org.vigie.connector;

import org.jspecify.annotations.NullMarked;
