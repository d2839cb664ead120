/// Starts the server, from its settings to the first request, and stops it.
@NullMarked
package org.vigie.server.operation.running;

import org.jspecify.annotations.NullMarked;
