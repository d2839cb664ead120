package org.vigie.server.operation.running;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.KeyRing;
import org.vigie.server.VigieServer;
import org.vigie.server.operation.database.Database;
import org.vigie.server.operation.lanes.ConnectionLanes;
import org.vigie.server.operation.settings.HttpSettings;
import org.vigie.server.operation.settings.Settings;

/// The start of the Spring application, over a data directory and a database that may still be
/// starting.
///
/// @param demo whether every page says that its content is made up
/// @param terminal whether a person watches, so that the log goes to a file
record Launch(
    Settings settings, DataDirectory directory, Database database, boolean demo, boolean terminal) {
  /// The setting of where people open Vigie.
  static final String BASE_URL = "vigie.access.base-url";

  /// Its value while a port is still to be chosen.
  static final String UNKNOWN_BASE_URL = "http://localhost";

  /// Starts the application and returns when it answers requests.
  ///
  /// @param closing gets the application as soon as there is something to close
  RunningServer go(Closing closing) {
    HttpSettings http = settings.http();
    settings
        .environment()
        .getPropertySources()
        .addFirst(new MapPropertySource("launch", fixed(http)));
    SpringApplication application = new SpringApplication(VigieServer.class);
    application.setEnvironment(settings.environment());
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setRegisterShutdownHook(false);
    application.setLogStartupInfo(false);
    application.setDefaultProperties(Map.of(BASE_URL, usualBaseUrl(http)));
    application.addInitializers(context -> prepare(context, closing));
    ConfigurableApplicationContext context = application.run();
    return new RunningServer(
        context, directory, new HttpPort(http.address(), http.port()), Duration.ZERO);
  }

  private static String usualBaseUrl(HttpSettings http) {
    return http.port() == 0
        ? UNKNOWN_BASE_URL
        : new HttpPort(http.address(), http.port()).url(http.port());
  }

  /// Settings that neither file nor environment may change.
  private Map<String, Object> fixed(HttpSettings http) {
    Map<String, Object> fixed =
        new HashMap<>(LogDestination.of(directory, terminal).properties());
    fixed.put(
        "spring.config.location", "classpath:/application.yaml,optional:classpath:/demo.yaml");
    fixed.put("spring.datasource.url", "jdbc:postgresql:");
    fixed.put("server.address", http.address());
    fixed.put("server.port", http.port());
    fixed.put("vigie.frame.demo", demo);
    fixed.put("vigie.bank.index-directory", directory.index().toString());
    fixed.put(
        "vigie.bank.import-directory", directory.index().resolve("imports").toString());
    fixed.put("vigie.evidence.blob-directory", directory.blobs().toString());
    return fixed;
  }

  private void prepare(ConfigurableApplicationContext context, Closing closing) {
    closing.add(context);
    GenericApplicationContext beans = (GenericApplicationContext) context;
    beans.registerBean(DataDirectory.class, () -> directory, bean -> bean.setDestroyMethodName(""));
    beans.registerBean(KeyRing.class, () -> new KeyRing(directory, new SecureRandom()));
    beans.registerBean(
        "dataSource",
        ConnectionLanes.class,
        () -> ConnectionLanes.of(() -> pool(context.getEnvironment())));
  }

  /// Describes all connections as one pool.
  private HikariDataSource pool(Environment environment) {
    HikariDataSource pool = new HikariDataSource();
    Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
    database.connect(pool);
    return pool;
  }
}
