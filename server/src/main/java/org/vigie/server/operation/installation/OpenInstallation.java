package org.vigie.server.operation.installation;

import java.util.Optional;
import javax.sql.DataSource;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.postgres.EmbeddedPostgres;
import org.vigie.server.evidence.EvidenceSettings;

/// An installation that this process holds, with its database running.
///
/// @param vault its sealed evidence
/// @param dataSource connects to its tables
/// @param postgres its process; empty if the operator runs the database
public record OpenInstallation(
    DataDirectory directory,
    EvidenceSettings vault,
    DataSource dataSource,
    Optional<EmbeddedPostgres> postgres) {}
