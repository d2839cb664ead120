/// Counts and times scans and look-ups, for `docs/operations.md`. Used by all rooms.
@NullMarked
package org.vigie.server.scan.metering;

import org.jspecify.annotations.NullMarked;
