package org.vigie.platform;

import java.io.IOException;
import java.nio.file.Path;

/// The content of a data directory from elsewhere, such as a backup.
@FunctionalInterface
public interface RestoredContent {
  /// Writes the content, such as `keys/` and `postgres/`, into an empty folder.
  void into(Path folder) throws IOException;
}
