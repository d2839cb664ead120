/// Watches the disk of the data directory, and reports a full one.
@NullMarked
package org.vigie.server.operation.disk;

import org.jspecify.annotations.NullMarked;
