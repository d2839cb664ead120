package org.vigie.server.operation.running;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.postgres.EmbeddedPostgres;
import org.vigie.server.operation.console.Console;
import org.vigie.server.operation.console.ExitStatus;
import org.vigie.server.operation.control.CommandLines;
import org.vigie.server.operation.control.ControlDesk;
import org.vigie.server.operation.database.Database;
import org.vigie.server.operation.database.PostgresGuard;
import org.vigie.server.operation.installation.Installation;
import org.vigie.server.operation.installation.OpenInstallation;
import org.vigie.server.operation.settings.DatabaseSettings;
import org.vigie.server.operation.settings.HttpSettings;
import org.vigie.server.operation.settings.Settings;

/// One life of the server, from the command to the end.
public final class Run {
  private static final Logger LOG = LoggerFactory.getLogger(Run.class);

  private final Installation installation;
  private final Map<String, Object> options;
  private final Console console;
  private final CommandLines commands;
  private final Closing closing = new Closing();

  /// Sentences about why the server cannot continue.
  private final BlockingQueue<String> failures = new LinkedBlockingQueue<>();

  /// @param commands executes errands of other processes
  public Run(
      Installation installation,
      Map<String, Object> options,
      Console console,
      CommandLines commands) {
    this.installation = installation;
    this.options = options;
    this.console = console;
    this.commands = commands;
  }

  /// Runs until a signal ends the process, or until the server cannot continue.
  ///
  /// @return [ExitStatus#FAILED]; after a signal this method never returns
  public int untilStopped() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "stop"));
    try (closing) {
      RunningServer server = start();
      new Greeting(console, installation, server).print();
      AotTraining.startIfUseful(server.directory().logs()).ifPresent(closing::add);
      console.err().println("vigie: " + failures.take());
    }
    return ExitStatus.FAILED;
  }

  /// Starts, answers a few requests of its own and ends, so that the JVM records the code of a
  /// start.
  public int train() throws IOException {
    try (closing) {
      new Exercise(start().port()).run();
    }
    return ExitStatus.DONE;
  }

  private RunningServer start() {
    long begin = System.nanoTime();
    Settings settings = Settings.of(installation, options).check();
    HttpSettings http = settings.http();
    new HttpPort(http.address(), http.port()).check();
    if (installation.demo() && !installation.exists()) {
      console.err().println("vigie: making the town of the demonstration; this takes a minute.");
    }
    DataDirectory directory = closing.add(installation.open());
    Database database = closing.add(database(settings.database(), directory));
    Launch launch =
        new Launch(settings, directory, database, installation.demo(), console.terminal());
    RunningServer server = launch.go(closing);
    server.awaitReady();
    Optional<EmbeddedPostgres> postgres = embedded(database);
    postgres.ifPresent(process -> PostgresGuard.watch(process, failures::add));
    openDesk(
        directory,
        new OpenInstallation(
            directory, settings.vault(directory.blobs()), server.dataSource(), postgres),
        new HttpSettings(http.address(), server.port()));
    return server.readyAfter(Duration.ofNanos(System.nanoTime() - begin));
  }

  /// Without a desk the server serves all the same; commands will say that they need it stopped.
  private void openDesk(
      DataDirectory directory, OpenInstallation installation, HttpSettings listensOn) {
    try {
      closing.add(ControlDesk.open(directory.root(), installation, listensOn, commands));
    } catch (IOException e) {
      LOG.atWarn().setMessage("no errands will be done").setCause(e).log();
    }
  }

  private static Optional<EmbeddedPostgres> embedded(Database database) {
    return switch (database) {
      case Database.Embedded embedded -> Optional.of(embedded.postgres());
      case Database.External _ -> Optional.empty();
    };
  }

  private static Database database(DatabaseSettings settings, DataDirectory directory) {
    return settings.isExternal()
        ? Database.External.at(settings)
        : Database.Embedded.startIn(directory, settings.connections());
  }
}
