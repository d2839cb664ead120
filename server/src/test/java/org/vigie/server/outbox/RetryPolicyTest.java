package org.vigie.server.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RetryPolicyTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(10, Duration.ofMinutes(1), Duration.ofMinutes(10));

  @Test
  void backOff_doublesUpToTheLongest() {
    assertThat(POLICY.backOff(1, 0.5)).isEqualTo(Duration.ofMinutes(1));
    assertThat(POLICY.backOff(2, 0.5)).isEqualTo(Duration.ofMinutes(2));
    assertThat(POLICY.backOff(4, 0.5)).isEqualTo(Duration.ofMinutes(8));
    assertThat(POLICY.backOff(5, 0.5)).isEqualTo(Duration.ofMinutes(10));
    assertThat(POLICY.backOff(1_000, 0.5)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void backOff_isAFifthShorterToAFifthLonger() {
    assertThat(POLICY.backOff(1, 0)).isEqualTo(Duration.ofSeconds(48));
    assertThat(POLICY.backOff(1, 1)).isEqualTo(Duration.ofSeconds(72));
  }
}
