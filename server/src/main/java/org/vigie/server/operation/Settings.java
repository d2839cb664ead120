package org.vigie.server.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.YAMLException;

/// What was set for this run. Options of the command win over the environment
/// (`VIGIE_HTTP_PORT`), which wins over the file.
///
/// @param environment with all of that in this order
record Settings(ConfigurableEnvironment environment) {
  private static final String FILE = "vigie.yaml";

  /// Reads the settings of an installation.
  ///
  /// @param options set on the command line, by name of the setting
  /// @throws RefusedException if the file is not there or no YAML
  static Settings of(Installation installation, Map<String, Object> options) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.addFirst(new MapPropertySource("command line", options));
    Path file = installation.config().orElse(installation.folder().resolve(FILE));
    if (installation.config().isPresent() || Files.exists(file)) {
      read(file).forEach(sources::addLast);
    }
    return new Settings(environment);
  }

  private static List<PropertySource<?>> read(Path file) {
    try {
      return new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file));
    } catch (IOException e) {
      throw new RefusedException(
          "the settings in " + file
              + " cannot be read: there is no such file, or this user may not read it",
          e);
    } catch (YAMLException | IllegalStateException e) {
      throw new RefusedException("the settings in " + file + " are not YAML: " + e.getMessage(), e);
    }
  }

  HttpSettings http() {
    return bind("vigie.http", HttpSettings.class);
  }

  DatabaseSettings database() {
    return bind("vigie.database", DatabaseSettings.class);
  }

  private <T> T bind(String prefix, Class<T> type) {
    return Binder.get(environment).bindOrCreate(prefix, type);
  }
}
