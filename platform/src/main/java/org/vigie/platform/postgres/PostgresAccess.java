package org.vigie.platform.postgres;

/// The address and credentials of a client. `toString()` omits the password.
///
/// @param jdbcUrl such as `jdbc:postgresql://127.0.0.1:41234/vigie`
public record PostgresAccess(String jdbcUrl, String user, String password) {
  @Override
  public String toString() {
    return "PostgresAccess[" + jdbcUrl + ", user " + user + "]";
  }
}
