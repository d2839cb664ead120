package org.vigie.server.operation.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.platform.OwnUser;
import org.vigie.server.operation.installation.Installation;
import picocli.CommandLine.Option;

/// Which installation a command is about; every command has these options.
final class InstallationOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "The data folder of the installation.",
        "Default: /var/lib/vigie for root, else vigie in XDG_DATA_HOME or ~/.local/share;"
            + " with --demo, vigie-demo instead."
      })
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings as YAML. Default: vigie.yaml in the data folder, if it exists.")
  private @Nullable Path config;

  @Option(names = "--demo", description = "Use the demonstration, with made-up content only.")
  private boolean demo;

  /// Returns the chosen installation, with defaults filled in.
  Installation installation() {
    Path folder = (data == null ? usualFolder(System.getenv(), demo) : data).toAbsolutePath();
    return new Installation(folder.normalize(), Optional.ofNullable(config), demo);
  }

  private static Path usualFolder(Map<String, String> environment, boolean demo) {
    String name = demo ? "vigie-demo" : "vigie";
    if (OwnUser.isRoot()) {
      return Path.of("/var/lib", name);
    }
    @Nullable String home = environment.get("XDG_DATA_HOME");
    return home != null && home.startsWith("/")
        ? Path.of(home, name)
        : Path.of(System.getProperty("user.home", "/"), ".local/share", name);
  }
}
