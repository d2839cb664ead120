package org.vigie.server.scan.reading;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.media.Deadline;
import org.vigie.server.scan.DecodingLane;

/// Lets tests of other rooms occupy the threads of a lane.
public final class BusyDecoders {
  private BusyDecoders() {}

  /// Runs work on a thread of a lane; empty if it was not done in time.
  public static <T> Optional<T> run(
      Decoders decoders, DecodingLane lane, Duration limit, Function<Deadline, T> work) {
    return decoders.within(lane, limit, work);
  }
}
