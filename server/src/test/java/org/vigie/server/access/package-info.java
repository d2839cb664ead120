/// Tests of `access`, and callers for the tests of others.
@NullMarked
package org.vigie.server.access;

import org.jspecify.annotations.NullMarked;
