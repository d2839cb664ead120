package org.vigie.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// Vigie's version, and that of the Java it runs on.
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String packaged = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "vigie " + Objects.requireNonNullElse(packaged, "(unpackaged)"),
      "Java " + Runtime.version() + " on " + System.getProperty("os.arch")
    };
  }
}
