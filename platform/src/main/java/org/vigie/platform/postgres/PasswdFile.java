package org.vigie.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.platform.postgres.RunAs.OtherUser;

/// The users of the machine that PostgreSQL may run as when Vigie is started as root.
final class PasswdFile {
  private static final Path FILE = Path.of("/etc/passwd");

  /// The best first: a user for Vigie alone, then one for databases, then the one for nothing.
  private static final List<String> NAMES = List.of("vigie", "postgres", "nobody");

  private PasswdFile() {}

  /// Returns those of the names that exist, the best first.
  static List<OtherUser> candidates() throws IOException {
    List<String> lines = Files.readAllLines(FILE, StandardCharsets.ISO_8859_1);
    return NAMES.stream()
        .flatMap(name -> lines.stream().filter(line -> line.startsWith(name + ":")))
        .map(line -> line.split(":", -1))
        .map(fields -> new OtherUser(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
        .filter(user -> user.uid() != 0)
        .toList();
  }
}
