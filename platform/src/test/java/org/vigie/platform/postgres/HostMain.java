package org.vigie.platform.postgres;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.vigie.platform.DataDirectory;

/// A program that holds a data directory and a server until it is stopped or killed.
///
/// Arguments: the folder, and the kind of [ParentWatch]. It writes one line, `ready` with the
/// login, or `failed` with the exception, and closes everything when its input ends.
final class HostMain {
  private HostMain() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (DataDirectory directory = DataDirectory.open(Path.of(arguments[0]));
        EmbeddedPostgres postgres = start(directory, ParentWatch.valueOf(arguments[1]))) {
      PostgresAccess access = postgres.access();
      out.println("ready " + access.jdbcUrl() + " " + access.user() + " " + access.password());
      while (System.in.read() >= 0) {
        out.println("still here");
      }
    } catch (RuntimeException e) {
      out.println("failed " + e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }

  private static EmbeddedPostgres start(DataDirectory directory, ParentWatch watch) {
    PostgresSettings settings = PostgresSettings.in(directory);
    return EmbeddedPostgres.start(
        new Launch(settings, Cluster.in(directory), Credentials.of(directory), watch));
  }
}
