package org.vigie.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The Spring application; `./vigie run` starts it once PostgreSQL answers.
@SpringBootApplication(proxyBeanMethods = false)
@Modulithic(systemName = "Vigie")
public class VigieServer {
  /// Starts the server against the database that `vigie.database.url` names.
  public static void main(String[] arguments) {
    SpringApplication.run(VigieServer.class, arguments);
  }
}
