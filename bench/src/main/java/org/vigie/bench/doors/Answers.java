package org.vigie.bench.doors;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Counts the results of acts: the status of an answer, or a word if there was none. Threads: any.
final class Answers {
  private final Map<String, Integer> counts = new TreeMap<>();

  synchronized void count(String ending) {
    counts.merge(ending, 1, Integer::sum);
  }

  void count(int status) {
    count(Integer.toString(status));
  }

  /// Returns every ending with its number, as `200: 5, 429: 12`.
  synchronized String text() {
    return counts.entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
