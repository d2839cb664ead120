package org.vigie.platform.postgres;

/// What a client needs to log in. `toString()` leaves the password out.
///
/// @param jdbcUrl such as `jdbc:postgresql://127.0.0.1:41234/vigie`
public record PostgresAccess(String jdbcUrl, String user, String password) {
  @Override
  public String toString() {
    return "PostgresAccess[" + jdbcUrl + ", user " + user + "]";
  }
}
