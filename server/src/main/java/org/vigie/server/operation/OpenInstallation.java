package org.vigie.server.operation;

import java.util.Optional;
import javax.sql.DataSource;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.postgres.EmbeddedPostgres;

/// An installation that this process holds, with its database running.
///
/// @param dataSource leads to its tables
/// @param postgres the process under it; empty where the operator runs the database
record OpenInstallation(
    DataDirectory directory, DataSource dataSource, Optional<EmbeddedPostgres> postgres) {}
