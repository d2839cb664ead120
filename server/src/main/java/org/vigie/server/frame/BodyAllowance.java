package org.vigie.server.frame;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/// A module's word, as a bean, that on some paths it reads larger bodies than others do.
///
/// @param paths as [MatchedPath] has them
/// @param deadline from the first read to the end of the body
/// @param holding where the body is held while it is worked on
public record BodyAllowance(Pattern paths, long maxBytes, Duration deadline, Holding holding) {
  /// Where the bytes of a body are while it is worked on.
  public sealed interface Holding {
    /// In memory: they count against `vigie.edge.body-memory`.
    record Memory() implements Holding {}

    /// On disk as they arrive; only for bodies that hold no media.
    ///
    /// @param folder made when it is needed; the files in it have no name
    record Disk(Path folder) implements Holding {}
  }

  /// An allowance of bodies that are held in memory.
  public BodyAllowance(Pattern paths, long maxBytes, Duration deadline) {
    this(paths, maxBytes, deadline, new Holding.Memory());
  }
}
