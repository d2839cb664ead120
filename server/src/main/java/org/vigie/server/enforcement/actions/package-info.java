/// The values of enforcement: actions, their steps, and their progress.
@NullMarked
package org.vigie.server.enforcement.actions;

import org.jspecify.annotations.NullMarked;
