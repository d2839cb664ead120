/// Tests of the banks, on a real PostgreSQL.
@NullMarked
package org.vigie.server.bank;

import org.jspecify.annotations.NullMarked;
