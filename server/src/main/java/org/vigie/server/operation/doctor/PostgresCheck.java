package org.vigie.server.operation.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.DurableFiles;
import org.vigie.platform.UnusableDataDirectoryException;
import org.vigie.platform.postgres.EmbeddedPostgres;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.platform.postgres.PostgresSettings;
import org.vigie.platform.postgres.PostgresUnavailableException;
import org.vigie.server.operation.console.RefusedException;
import org.vigie.server.operation.database.Database;
import org.vigie.server.operation.installation.Installation;
import org.vigie.server.operation.settings.DatabaseSettings;

/// The database: the operator's own is asked, the embedded one is started in earnest.
///
/// @param running whether a server of this installation runs, and has the database
public record PostgresCheck(Installation installation, DatabaseSettings settings, boolean running)
    implements Check {
  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Outcome examine() {
    try {
      if (settings.isExternal()) {
        return fine(Database.External.at(settings).access(), "your own");
      }
      return running ? new Outcome.Fine("embedded, in use by the server that runs") : embedded();
    } catch (RefusedException
        | PostgresUnavailableException
        | UnusableDataDirectoryException
        | SQLException e) {
      return new Outcome.Broken(
          String.valueOf(e.getMessage()),
          "see docs/operations.md, and logs/postgresql.log in the data directory");
    }
  }

  private Outcome embedded() throws SQLException {
    if (installation.exists()) {
      try (DataDirectory directory = DataDirectory.open(installation.folder())) {
        return started(directory, "embedded, over this installation's files");
      }
    }
    return inTemporaryFolder();
  }

  private static Outcome inTemporaryFolder() throws SQLException {
    try {
      Path folder = Files.createTempDirectory("vigie-doctor-");
      try (DataDirectory directory = DataDirectory.open(folder)) {
        return started(directory, "embedded, tried in a temporary folder");
      } finally {
        DurableFiles.deleteTree(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome started(DataDirectory directory, String which) throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory))) {
      return fine(postgres.access(), which);
    }
  }

  private static Outcome fine(PostgresAccess access, String which) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(access.jdbcUrl(), Database.properties(access))) {
      return new Outcome.Fine(connection.getMetaData().getDatabaseProductVersion() + ", " + which);
    }
  }
}
