/// Tests of operation.
@NullMarked
package org.vigie.server.operation;

import org.jspecify.annotations.NullMarked;
