/// Tests of scans.
@NullMarked
package org.vigie.server.scan;

import org.jspecify.annotations.NullMarked;
