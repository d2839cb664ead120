/// The actions that are stuck, for leads: attempted again, or given up.
@NullMarked
package org.vigie.server.enforcement.board;

import org.jspecify.annotations.NullMarked;
