package org.vigie.platform.postgres;

import java.nio.file.Path;

/// The unpacked programs of PostgreSQL.
///
/// @param home the folder with `bin`, `lib` and `share`
record Binaries(Path home) {
  String postgres() {
    return program("postgres");
  }

  String initdb() {
    return program("initdb");
  }

  String pgCtl() {
    return program("pg_ctl");
  }

  private String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }
}
