package org.vigie.server.hma.lookup;

import java.time.InstantSource;
import java.util.List;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.scan.ScanMatch;
import org.vigie.server.scan.TestBank;

/// Finds content of the test bank for test keys, and nothing else.
public final class TestFinder implements SignalFinder {
  private final TestBank bank = new TestBank();
  private final InstantSource clock;

  TestFinder(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public List<Finding> find(SoughtSignal signal, List<String> names, double coin) {
    return findRaw(signal, names);
  }

  @Override
  public List<Finding> findRaw(SoughtSignal signal, List<String> names) {
    if (!names.isEmpty() && !names.contains(TestBank.NAME.value())) {
      return List.of();
    }
    return bank.find(List.of(signal), clock.instant()).stream()
        .map(TestFinder::finding)
        .toList();
  }

  private static Finding finding(ScanMatch match) {
    return new Finding(match.bank().name().value(), match.member().value(), match.distance());
  }
}
