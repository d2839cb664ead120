package org.vigie.platform.postgres;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.KeyRing;
import org.vigie.platform.Secret;
import org.vigie.platform.SecretAccess;
import org.vigie.platform.SecretName;
import org.vigie.platform.UnusableDataDirectoryException;
import org.vigie.platform.UnusableDataDirectoryException.Defect;

/// The two logins of the embedded PostgreSQL, with passwords from the key ring.
///
/// @param administrator the superuser, used only to make databases
/// @param user the role that Vigie works as: it owns its databases and nothing else
record Credentials(PostgresAccess administrator, PostgresAccess user) {
  private static final SecretName ADMINISTRATOR = new SecretName("postgresql-administrator");
  private static final SecretName USER = new SecretName("postgresql-vigie");

  /// Returns the logins of a directory, before there is an address to use them at.
  static Credentials of(DataDirectory directory) {
    KeyRing keys = new KeyRing(directory, new SecureRandom());
    boolean initialised = Files.exists(directory.postgres().resolve("data"));
    for (SecretName name : new SecretName[] {ADMINISTRATOR, USER}) {
      if (initialised && !keys.holds(name)) {
        throw new UnusableDataDirectoryException(
            directory.root(),
            Defect.DAMAGED,
            "there is a database and no keys/" + name.value()
                + ".key to open it; restore it from a backup");
      }
    }
    return new Credentials(
        new PostgresAccess("", "vigie_administrator", password(keys.secret(ADMINISTRATOR))),
        new PostgresAccess("", "vigie", password(keys.secret(USER))));
  }

  private static String password(Secret secret) {
    byte[] bytes = secret.bytes(SecretAccess.GRANTED);
    try {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /// Returns the login of the role that Vigie works as, for one database.
  PostgresAccess userAt(int port, String database) {
    return at(user, port, database);
  }

  /// Returns the superuser's login, for the database that is there for that.
  PostgresAccess administratorAt(int port) {
    return at(administrator, port, "postgres");
  }

  private static PostgresAccess at(PostgresAccess login, int port, String database) {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    return new PostgresAccess(url, login.user(), login.password());
  }
}
