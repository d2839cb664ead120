/// The installation that a command is about: its data directory, and its database when it is open.
@NullMarked
package org.vigie.server.operation.installation;

import org.jspecify.annotations.NullMarked;
