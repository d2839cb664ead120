package org.vigie.server.operation.lanes;

import java.util.EnumMap;
import java.util.Map;
import org.vigie.server.frame.Lane;

/// The connections of each [Lane]: a minimum each, and of the remaining ones a tenth for most
/// lanes, a fifth for people and the rest for scans.
public final class LaneShares {
  /// The least that all lanes need together.
  public static final int LEAST = 10;

  private static final int TENTH = 10;
  private static final int FIFTH = 5;

  /// One each for health and keys.
  private static final int WATCH = 2;

  /// One follows the banks and is never given back; an import may hold another for long.
  private static final int LEAST_BACKGROUND = 3;

  private LaneShares() {}

  /// Divides connections among the lanes.
  ///
  /// @param total at least [#LEAST]
  public static Map<Lane, Integer> of(int total) {
    if (total < LEAST) {
      throw new IllegalArgumentException("fewer connections than the lanes need: " + total);
    }
    int spare = total - LEAST;
    Map<Lane, Integer> shares = new EnumMap<>(Lane.class);
    shares.put(Lane.WATCH, WATCH);
    shares.put(Lane.APART, 1 + spare / TENTH);
    shares.put(Lane.STRANGERS, 1 + spare / TENTH);
    shares.put(Lane.CALLS, 1 + spare / TENTH);
    shares.put(Lane.BACKGROUND, LEAST_BACKGROUND + spare / TENTH);
    shares.put(Lane.PEOPLE, 1 + spare / FIFTH);
    shares.put(Lane.SCANS, total - sum(shares));
    return shares;
  }

  private static int sum(Map<Lane, Integer> shares) {
    return shares.values().stream().mapToInt(Integer::intValue).sum();
  }
}
