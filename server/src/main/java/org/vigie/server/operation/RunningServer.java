package org.vigie.server.operation;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.vigie.platform.DataDirectory;

/// A server that answers requests.
///
/// @param startTime from the command to the first request that would be answered
record RunningServer(
    ConfigurableApplicationContext context,
    DataDirectory directory,
    HttpPort listensOn,
    Duration startTime) {
  RunningServer readyAfter(Duration time) {
    return new RunningServer(context, directory, listensOn, time);
  }

  /// Returns the address of the first page.
  String url() {
    return listensOn.url(port());
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
