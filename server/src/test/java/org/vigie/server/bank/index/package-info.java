/// Tests of the index and of what counts as found.
@NullMarked
package org.vigie.server.bank.index;

import org.jspecify.annotations.NullMarked;
