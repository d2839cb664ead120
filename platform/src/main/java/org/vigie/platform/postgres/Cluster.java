package org.vigie.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.DurableFiles;
import org.vigie.platform.UnusableDataDirectoryException;
import org.vigie.platform.UnusableDataDirectoryException.Defect;

/// The files of one PostgreSQL: their place and their creation.
///
/// They are made in `data.new` and renamed to `data` when roles and database are in them, so `data`
/// is always complete. Collation is PostgreSQL's own `C.UTF-8`, which no upgrade of the operating
/// system changes under an index.
record Cluster(DataDirectory directory, Binaries binaries, RunAs identity) {
  /// Many rounds slow down somebody who guesses passwords of people. These have 256 random bits,
  /// and each connection would pay for the rounds on both sides.
  private static final String FEW_ITERATIONS = "scram_iterations=1";

  /// PostgreSQL holds paths in 1024 bytes, the names of its files included.
  private static final int LONGEST_PATH = 900;

  static Cluster in(DataDirectory directory) {
    if (directory.postgres().toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
      throw new PostgresUnavailableException("the path of the data directory "
          + directory.root() + " is longer than PostgreSQL can use, which is " + LONGEST_PATH
          + " bytes: give a shorter one with --data");
    }
    Binaries binaries =
        BinaryCache.ofThisUser(directory).binaries(PostgresArchive.forThisMachine());
    try {
      return new Cluster(directory, binaries, RunAs.choose(directory.postgres(), binaries));
    } catch (IOException e) {
      throw new PostgresUnavailableException(
          "the folder " + directory.postgres() + " cannot be prepared: " + e.getMessage(), e);
    }
  }

  Path files() {
    return directory.postgres().resolve("data");
  }

  /// Returns the folder of the Unix socket, whether or not its path is short enough for one.
  Path socketFolder() {
    return directory.postgres().resolve("socket");
  }

  /// Makes the files if there are none, and checks that those that are there fit the programs.
  void prepare(Credentials credentials) {
    try {
      if (Files.notExists(files())) {
        create(credentials);
      }
      checkMajor();
      DurableFiles.deleteTree(socketFolder());
      DurableFiles.makeFolder(socketFolder());
      identity.own(socketFolder());
    } catch (IOException e) {
      throw new PostgresUnavailableException(
          "PostgreSQL's files in " + directory.postgres() + " cannot be prepared: "
              + e.getMessage(),
          e);
    }
  }

  private void checkMajor() throws IOException {
    Path version = files().resolve("PG_VERSION");
    String major = Files.readString(version, StandardCharsets.ISO_8859_1).strip();
    if (!major.equals(PostgresArchive.MAJOR)) {
      throw new UnusableDataDirectoryException(
          directory.root(),
          Defect.OTHER_POSTGRESQL_MAJOR,
          "its database is of PostgreSQL " + major + " and this Vigie brings "
              + PostgresArchive.MAJOR + "; start the Vigie that made it");
    }
  }

  private void create(Credentials credentials) throws IOException {
    Path unfinished = directory.postgres().resolve("data.new");
    DurableFiles.deleteTree(unfinished);
    initialise(unfinished, credentials.administrator());
    addRoles(unfinished, credentials.user());
    DurableFiles.moveInto(unfinished, files());
  }

  private void initialise(Path unfinished, PostgresAccess administrator) throws IOException {
    Path password = directory.postgres().resolve("initial-password");
    try {
      byte[] text = administrator.password().getBytes(StandardCharsets.US_ASCII);
      DurableFiles.write(password, text);
      identity.own(password);
      run(initdb(unfinished, password, administrator.user()), "");
    } finally {
      Files.deleteIfExists(password);
    }
  }

  private Command initdb(Path unfinished, Path password, String administrator) {
    return Command.of(
        binaries.initdb(),
        "--pgdata=" + unfinished,
        "--username=" + administrator,
        "--pwfile=" + password,
        "--auth=scram-sha-256",
        "--set=" + FEW_ITERATIONS,
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--data-checksums",
        "--no-instructions");
  }

  /// Adds Vigie's roles and database, with a PostgreSQL that clients cannot reach.
  private void addRoles(Path unfinished, PostgresAccess user) throws IOException {
    Command single = Command.of(
        binaries.postgres(),
        "--single",
        "-D",
        unfinished.toString(),
        "-c",
        "exit_on_error=on",
        "-c",
        FEW_ITERATIONS,
        "template1");
    run(single, String.join("\n", roleStatements(user)) + "\n");
  }

  private static List<String> roleStatements(PostgresAccess user) {
    String role = Sql.identifier(user.user());
    return List.of(
        "/* platform.create_role */ create role " + role + " login password "
            + Sql.literal(user.password()),
        "/* platform.create_database */ create database " + role + " owner " + role);
  }

  private void run(Command command, String input) throws IOException {
    Command.Ended ended = command.after(identity.prefix()).run(input);
    if (ended.status() != 0) {
      throw new PostgresUnavailableException("PostgreSQL's files in " + directory.postgres()
          + " cannot be made: " + ended.complaint());
    }
  }
}
