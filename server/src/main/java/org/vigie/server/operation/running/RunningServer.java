package org.vigie.server.operation.running;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.vigie.platform.DataDirectory;
import org.vigie.server.access.FirstAdministrator;
import org.vigie.server.frame.ReadinessCheck;

/// A server that answers requests.
///
/// @param startTime from the command to the first request that would be answered
record RunningServer(
    ConfigurableApplicationContext context,
    DataDirectory directory,
    HttpPort listensOn,
    Duration startTime) {
  private static final Duration A_MOMENT = Duration.ofMillis(10);

  RunningServer readyAfter(Duration time) {
    return new RunningServer(context, directory, listensOn, time);
  }

  /// Returns when nothing is missing any more.
  void awaitReady() {
    while (isMissingSomething()) {
      LockSupport.parkNanos(A_MOMENT.toNanos());
    }
  }

  private boolean isMissingSomething() {
    return context.getBeansOfType(ReadinessCheck.class).values().stream()
        .anyMatch(check -> check.isAwaited() && check.obstacle().isPresent());
  }

  /// Returns the address for people, without a slash at the end: the configured one, or else that
  /// of this machine.
  String address() {
    String set = context.getEnvironment().getProperty(Launch.BASE_URL, "");
    return set.isEmpty() || set.equals(Launch.UNKNOWN_BASE_URL) ? listensOn.url(port()) : set;
  }

  /// Returns a link with which the first administrator signs up, until the first person has signed
  /// up.
  Optional<String> enrolmentLink() {
    return context.getBean(FirstAdministrator.class).newLink().map(path -> address() + path);
  }

  DataSource dataSource() {
    return context.getBean(DataSource.class);
  }

  int port() {
    if (context instanceof WebServerApplicationContext web && web.getWebServer() != null) {
      return web.getWebServer().getPort();
    }
    throw new IllegalStateException("the server has no port");
  }
}
