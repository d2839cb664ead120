/// Makes actions of decisions that take effect, and undoes them when decisions are reversed.
@NullMarked
package org.vigie.server.enforcement.planning;

import org.jspecify.annotations.NullMarked;
