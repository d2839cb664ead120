package org.vigie.server.operation.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.vigie.server.evidence.EvidenceSettings;
import org.vigie.server.operation.console.FailureSentence;
import org.vigie.server.operation.console.RefusedException;
import org.vigie.server.operation.installation.Installation;

/// The settings of this run. Options of the command win over the environment (`VIGIE_HTTP_PORT`),
/// which wins over the file.
///
/// @param environment with all of that in this order
public record Settings(ConfigurableEnvironment environment) {
  private static final String FILE = "vigie.yaml";
  private static final ConfigurationPropertyName VIGIE = ConfigurationPropertyName.of("vigie");

  /// Reads the settings of an installation.
  ///
  /// @param options set on the command line, by name of the setting
  /// @throws RefusedException if the file is not there or no YAML
  public static Settings of(Installation installation, Map<String, Object> options) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.addFirst(new MapPropertySource("command line", options));
    Path file = installation.config().orElse(installation.folder().resolve(FILE));
    if (installation.config().isPresent() || Files.exists(file)) {
      new SettingsFile(file).read().forEach(sources::addLast);
    }
    return new Settings(environment);
  }

  /// Reads every setting that there is, so that a wrong one is reported before anything is started.
  ///
  /// @throws RefusedException if the file has an unknown setting
  /// @throws org.springframework.boot.context.properties.bind.BindException if a value is invalid
  public Settings check() {
    Map<String, Class<?>> known = SettingRecords.byPrefix();
    namesInFile()
        .filter(name -> known.keySet().stream().noneMatch(prefix -> isWithin(prefix, name)))
        .findFirst()
        .ifPresent(name -> {
          throw new RefusedException(FailureSentence.noSetting(name.toString()));
        });
    known.forEach(this::bindAll);
    return this;
  }

  /// Only properties from a file know their place.
  private Stream<ConfigurationPropertyName> namesInFile() {
    return environment.getPropertySources().stream()
        .filter(OriginTrackedMapPropertySource.class::isInstance)
        .flatMap(file -> Stream.of(((OriginTrackedMapPropertySource) file).getPropertyNames()))
        .map(name -> ConfigurationPropertyName.adapt(name, '.'))
        .filter(VIGIE::isAncestorOf);
  }

  private static boolean isWithin(String prefix, ConfigurationPropertyName name) {
    ConfigurationPropertyName above = ConfigurationPropertyName.of(prefix);
    return above.equals(name) || above.isAncestorOf(name);
  }

  private void bindAll(String prefix, Class<?> type) {
    Binder.get(environment)
        .bindOrCreate(
            prefix,
            Bindable.of(type),
            new NoUnboundElementsBindHandler(
                BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
  }

  public HttpSettings http() {
    return bind("vigie.http", HttpSettings.class);
  }

  public DatabaseSettings database() {
    return bind("vigie.database", DatabaseSettings.class);
  }

  public DiskSettings disk() {
    return bind("vigie.disk", DiskSettings.class);
  }

  /// Returns where sealed evidence lies, in a folder of this installation or in a bucket.
  public EvidenceSettings vault(Path folder) {
    return bind("vigie.evidence", EvidenceSettings.class).in(folder);
  }

  private <T> T bind(String prefix, Class<T> type) {
    return Binder.get(environment).bindOrCreate(prefix, type);
  }
}
