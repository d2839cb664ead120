package org.vigie.platform;

import java.nio.file.Path;

/// Says that another process works in the data directory; nothing of it has been touched.
public final class DataDirectoryInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param holder the holder's process id, or in words that it is not known
  DataDirectoryInUseException(Path directory, String holder) {
    super("the data directory " + directory + " is in use by the Vigie process " + holder
        + ": stop that one first, or give another folder with --data");
  }
}
