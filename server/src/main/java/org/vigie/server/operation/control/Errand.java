package org.vigie.server.operation.control;

import java.io.IOException;
import java.util.List;
import org.vigie.server.operation.installation.OpenInstallation;

/// Something to be done in an installation, whether or not a server is running in it.
public interface Errand {
  /// Returns the same command for the process that holds the installation: paths are absolute, and
  /// options that choose the installation are left out.
  List<String> words();

  /// Does it.
  ///
  /// @return an `ExitStatus`
  int run(OpenInstallation installation) throws IOException;
}
