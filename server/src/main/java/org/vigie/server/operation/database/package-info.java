/// Starts the database of the tables or connects to it, brings tables up to date, and restarts a
/// PostgreSQL that died.
@NullMarked
package org.vigie.server.operation.database;

import org.jspecify.annotations.NullMarked;
