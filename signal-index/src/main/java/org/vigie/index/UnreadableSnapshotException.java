package org.vigie.index;

import java.io.IOException;
import java.nio.file.Path;

/// Says why a file is not a whole and sound index snapshot. Nothing of it has been loaded.
public final class UnreadableSnapshotException extends IOException {
  private static final long serialVersionUID = 1L;

  /// @param reason the error and its place, such as `section 3 (tails) fails its checksum`
  public UnreadableSnapshotException(Path file, String reason) {
    super(file + " is not a sound index snapshot: " + reason);
  }
}
