package org.vigie.server.frame;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/// The paths, by a bean of a module, that take larger bodies than others.
///
/// @param paths as [MatchedPath] has them
/// @param deadline from the first read to the end of the body
/// @param holding where the body is held during the request
public record BodyAllowance(Pattern paths, long maxBytes, Duration deadline, Holding holding) {
  /// The place of a body during its request.
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
