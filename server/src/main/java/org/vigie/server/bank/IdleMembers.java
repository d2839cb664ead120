package org.vigie.server.bank;

import java.util.List;

/// Finds members of open banks that were withdrawn or set aside, for people who ask why something
/// no longer matches. Compares them one by one, about half a million a second. Threads: any;
/// reads the tables.
public interface IdleMembers {
  /// Returns those nearest to one piece of content: nearest first, each member once.
  ///
  /// @param radius bits, 0 to 63
  /// @param limit the most members to return
  List<Neighbour> nearest(List<SoughtSignal> content, int radius, int limit);
}
