package org.vigie.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.vigie.server.frame.Lane;

/// Refuses a thread a second connection while it holds one: as many such threads as there are
/// connections stop a server. Only [Lane#APART] is for threads that hold one of another lane.
///
/// Refusals are also recorded, as the code under test may swallow the exception.
public final class OneConnectionAThread extends DelegatingDataSource {
  private static final Queue<Throwable> REFUSED = new ConcurrentLinkedQueue<>();

  private final Map<Thread, Set<Held>> held = new ConcurrentHashMap<>();

  OneConnectionAThread(DataSource lanes) {
    super(lanes);
  }

  /// A connection that a thread holds, and where it took it.
  private record Held(Lane lane, Throwable taken) {}

  /// Returns the refusals in this JVM until now.
  public static Queue<Throwable> refused() {
    return REFUSED;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Thread thread = Thread.currentThread();
    refuseSecond(held.getOrDefault(thread, Set.of()));
    Connection connection = super.getConnection();
    Held taken = new Held(Lane.current(), new Throwable("the first connection was taken here"));
    held.computeIfAbsent(thread, _ -> ConcurrentHashMap.newKeySet()).add(taken);
    return (Connection) Proxy.newProxyInstance(
        Connection.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        calls(connection, () -> forget(thread, taken)));
  }

  private static void refuseSecond(Set<Held> before) {
    Lane lane = Lane.current();
    before.stream()
        .filter(one -> lane != Lane.APART || one.lane() == Lane.APART)
        .filter(_ -> !isPreparing())
        .findFirst()
        .ifPresent(one -> {
          IllegalStateException refused = new IllegalStateException(
              "a thread that holds a connection asked for a second one", one.taken());
          REFUSED.add(refused);
          throw refused;
        });
  }

  /// Returns whether the tables are being prepared, which takes two connections before anything
  /// else runs.
  private static boolean isPreparing() {
    return StackWalker.getInstance()
        .walk(frames -> frames
            .map(StackWalker.StackFrame::getClassName)
            .anyMatch(type ->
                type.startsWith("org.flywaydb.") || type.endsWith(".DatabaseSchemaInitializer")));
  }

  private void forget(Thread thread, Held taken) {
    held.computeIfPresent(thread, (_, all) -> {
      all.remove(taken);
      return all.isEmpty() ? null : all;
    });
  }

  private static InvocationHandler calls(Connection connection, Runnable closed) {
    return (_, method, arguments) -> {
      try {
        if (method.getName().equals("close")) {
          closed.run();
        }
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    };
  }
}
