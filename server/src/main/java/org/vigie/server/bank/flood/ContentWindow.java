package org.vigie.server.bank.flood;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The different contents that one member matched within the window. Threads: any.
final class ContentWindow {
  /// The last time of each content, the oldest first.
  private final Map<Long, Long> lastSeen = new LinkedHashMap<>();

  /// Adds a content, and returns the number of different ones since a moment.
  synchronized int add(long content, long now, long since) {
    lastSeen.remove(content);
    lastSeen.put(content, now);
    Iterator<Long> oldest = lastSeen.values().iterator();
    while (oldest.hasNext() && oldest.next() < since) {
      oldest.remove();
    }
    return lastSeen.size();
  }

  /// Returns whether nothing was seen since a moment.
  synchronized boolean isOver(long since) {
    return lastSeen.values().stream().allMatch(seen -> seen < since);
  }
}
