/// The values of enforcement: actions, their steps, and what becomes of them.
@NullMarked
package org.vigie.server.enforcement.actions;

import org.jspecify.annotations.NullMarked;
