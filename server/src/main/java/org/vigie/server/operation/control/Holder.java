package org.vigie.server.operation.control;

import org.vigie.platform.DataDirectory;
import org.vigie.platform.DataDirectoryInUseException;
import org.vigie.server.operation.installation.Installation;
import org.vigie.server.operation.settings.HttpSettings;

/// The process that holds the data directory of an installation, as seen by another one.
public sealed interface Holder {
  /// No process does.
  record Nobody() implements Holder {}

  /// A server with a known address.
  record Server(HttpSettings listensOn) implements Holder {}

  /// A process that does not say.
  record Silent() implements Holder {}

  /// Looks now.
  static Holder of(Installation installation) {
    if (!installation.exists()) {
      return new Nobody();
    }
    try (DataDirectory _ = DataDirectory.open(installation.folder())) {
      return new Nobody();
    } catch (DataDirectoryInUseException _) {
      return ControlSocket.in(installation.folder())
          .whereItListens()
          .<Holder>map(Server::new)
          .orElseGet(Silent::new);
    }
  }
}
