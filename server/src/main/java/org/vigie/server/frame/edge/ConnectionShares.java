package org.vigie.server.frame.edge;

import java.net.InetAddress;
import java.util.Set;

/* How connections are shared.

Every connection is accepted while fewer than half of them are open, so that one busy network has
enough on a quiet server. From then on, a network holds at most its share, and no more than are free
(Choudhury and Hahne, "Dynamic queue length thresholds", 1998, with alpha = 1): each further network
leaves at least half of the free connections, so a newcomer finds a connection while any is left.
One network that holds half is thus followed by more than four others before connections get scarce,
and by dozens before the last is taken.

A sixteenth is kept for addresses that are not counted: this machine, where probes, the command
line and a proxy call from, and proxies that the operator names. The server keeps accepting until
the last of these is taken, so it refuses strangers at once instead of letting everybody wait behind
them. */
/// Decides whether a network gets one more connection.
///
/// @param percent of all connections, the most of one network while half of them are open
/// @param uncounted addresses whose connections are not counted as those of a network
record ConnectionShares(int percent, Set<InetAddress> uncounted) {
  private static final int ALL = 100;
  private static final int RESERVE = 16;

  ConnectionShares {
    uncounted = Set.copyOf(uncounted);
  }

  /// Returns whether connections from an address are counted.
  boolean counts(InetAddress address) {
    return !uncounted.contains(address);
  }

  /// Returns whether a network that is counted gets one more connection.
  ///
  /// @param most connections that the server holds
  /// @param open connections that it holds now
  /// @param ofNetwork how many of those are the network's
  boolean admits(int most, int open, int ofNetwork) {
    int free = most - most / RESERVE - open;
    int share = Math.max(1, most * percent / ALL);
    return free > 0 && (open < most / 2 || ofNetwork < Math.min(share, free));
  }
}
