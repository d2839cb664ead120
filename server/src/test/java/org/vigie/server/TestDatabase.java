package org.vigie.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// A fresh database on the PostgreSQL that all tests of one run share.
public final class TestDatabase {
  private static final String SERVER = "jdbc:postgresql://127.0.0.1:55432/";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private TestDatabase() {}

  /// Creates an empty database and returns its JDBC URL, which holds the credentials.
  public static String create() {
    String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("could not create a database for tests", e);
    }
    return url(name);
  }

  private static String url(String database) {
    return SERVER + database + "?user=vigie&password=vigie";
  }
}
