package org.vigie.server.frame.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionSharesTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private final ConnectionShares shares = new ConnectionShares(12, Set.of(HERE));

  /// Returns how many connections a network that wants all gets.
  private int greedy(int most, int open) {
    int taken = 0;
    while (shares.admits(most, open + taken, taken)) {
      taken++;
    }
    return taken;
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 100, 1_000, 8_192, 16_384, 65_536})
  void networks_oneAfterTheOther_leaveSomeToTheNextAndNeverTakeTheReserve(int most) {
    int open = greedy(most, 0);
    assertThat(open).isEqualTo(most / 2);
    for (int network = 2; network <= 5; network++) {
      int taken = greedy(most, open);
      assertThat(taken).isBetween(1, most * 12 / 100);
      open += taken;
    }
    assertThat(most - most / 16 - open).as("left to a sixth network").isPositive();
    for (int network = 6; network <= 60; network++) {
      open += greedy(most, open);
    }
    assertThat(open).isEqualTo(most - most / 16);
  }

  @Test
  void addresses_thatAreNamed_areNotCounted() {
    assertThat(shares.counts(HERE)).isFalse();
    assertThat(shares.counts(InetAddress.ofLiteral("127.0.0.2"))).isTrue();
    assertThat(shares.counts(InetAddress.ofLiteral("::1"))).isTrue();
  }
}
