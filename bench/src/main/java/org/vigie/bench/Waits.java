package org.vigie.bench;

import java.util.List;

/// How long people waited, in nanoseconds, the shortest wait first.
record Waits(List<Long> nanos) {
  Waits {
    nanos = nanos.stream().sorted().toList();
  }

  int number() {
    return nanos.size();
  }

  /// Returns the milliseconds within which a share of them was over.
  ///
  /// @param share from 0 to 1; 1 is the longest wait
  double percentile(double share) {
    int place = (int) Math.ceil(share * nanos.size()) - 1;
    return nanos.get(Math.max(0, place)) / 1e6;
  }
}
