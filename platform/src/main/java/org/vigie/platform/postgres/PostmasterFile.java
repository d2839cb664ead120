package org.vigie.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A postmaster's file `postmaster.pid`, as far as it is written.
///
/// Source: PostgreSQL 18, `src/include/utils/pidfile.h`: eight lines; the first is the process id
/// and the eighth the status, padded with blanks.
///
/// @param pid of the postmaster that wrote the file, whether or not it still lives
/// @param status `starting`, `ready`, `standby`, `stopping`, or empty while it is not written
record PostmasterFile(long pid, String status) {
  private static final int STATUS_LINE = 8;

  /// The name of the file in the cluster's folder.
  static final String NAME = "postmaster.pid";

  /// Returns the file in a cluster's folder; empty if there is none, or if it does not begin with a
  /// process id.
  static Optional<PostmasterFile> in(Path cluster) throws IOException {
    try {
      return parse(Files.readString(cluster.resolve(NAME), StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  private static Optional<PostmasterFile> parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.getFirst().matches("[1-9][0-9]{0,9}")) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.getFirst());
    String status = lines.size() < STATUS_LINE ? "" : lines.get(STATUS_LINE - 1).strip();
    return Optional.of(new PostmasterFile(pid, status));
  }

  boolean isReady() {
    return status.equals("ready");
  }
}
