/// Asks connectors to carry actions out, and stores their answers.
@NullMarked
package org.vigie.server.enforcement.delivering;

import org.jspecify.annotations.NullMarked;
