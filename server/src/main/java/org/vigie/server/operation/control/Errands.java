package org.vigie.server.operation.control;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.DataDirectoryInUseException;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.evidence.EvidenceSettings;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.RefusedException;
import org.vigie.server.operation.database.Database;
import org.vigie.server.operation.installation.Installation;
import org.vigie.server.operation.installation.OpenInstallation;
import org.vigie.server.operation.settings.DatabaseSettings;
import org.vigie.server.operation.settings.Settings;

/// Performs errands: this process, or the server that holds the installation.
public sealed interface Errands {
  /// Has an errand done and returns its `ExitStatus`.
  ///
  /// @param asked the installation it is about
  int run(Installation asked, Errand errand, Console console) throws IOException;

  /// Does errands in the installation that this process holds already.
  record Here(OpenInstallation open) implements Errands {
    @Override
    public int run(Installation asked, Errand errand, Console console) throws IOException {
      return errand.run(open);
    }
  }

  /// Takes hold of the installation for the errand, or sends it to the server that has it.
  record Wherever() implements Errands {
    @Override
    public int run(Installation asked, Errand errand, Console console) throws IOException {
      if (!asked.exists()) {
        throw new RefusedException("there is no installation in " + asked.folder()
            + ": start it once with ./vigie run, or give its folder with --data");
      }
      try (DataDirectory directory = asked.open()) {
        return alone(asked, directory, errand);
      } catch (DataDirectoryInUseException _) {
        return ControlSocket.in(asked.folder()).send(errand.words(), console);
      }
    }

    private static int alone(Installation asked, DataDirectory directory, Errand errand)
        throws IOException {
      Settings all = Settings.of(asked, Map.of());
      EvidenceSettings vault = all.vault(directory.blobs());
      DatabaseSettings settings = all.database();
      if (settings.isExternal()) {
        Database.External database = Database.External.at(settings);
        return errand.run(
            new OpenInstallation(directory, vault, source(database.access()), Optional.empty()));
      }
      try (Database.Embedded database =
          Database.Embedded.startIn(directory, settings.connections())) {
        return errand.run(new OpenInstallation(
            directory, vault, source(database.access()), Optional.of(database.postgres())));
      }
    }

    private static DriverManagerDataSource source(PostgresAccess access) {
      return access.user().isEmpty()
          ? new DriverManagerDataSource(access.jdbcUrl())
          : new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password());
    }
  }
}
