package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// How long something rests that fails again and again.
final class RetriesTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final Retries<String> retries =
      new Retries<>(Duration.ofSeconds(1), Duration.ofSeconds(5));

  @Test
  void failed_againAndAgain_restsTwiceAsLongUpToTheLongest() {
    assertThat(retries.failed("a", START)).isEqualTo(Duration.ofSeconds(1));
    assertThat(retries.resting(START)).containsExactly("a");
    assertThat(retries.resting(START.plusSeconds(1))).isEmpty();
    assertThat(retries.failed("a", START.plusSeconds(1))).isEqualTo(Duration.ofSeconds(2));
    assertThat(retries.failed("a", START.plusSeconds(3))).isEqualTo(Duration.ofSeconds(4));
    assertThat(retries.failed("a", START.plusSeconds(7))).isEqualTo(Duration.ofSeconds(5));
    assertThat(retries.resting(START.plusSeconds(11))).containsExactly("a");
  }

  @Test
  void succeededOrLongAgo_isForgotten() {
    retries.failed("a", START);
    retries.succeeded("a");
    assertThat(retries.failed("a", START)).isEqualTo(Duration.ofSeconds(1));
    assertThat(retries.resting(START.plusSeconds(60))).isEmpty();
    assertThat(retries.failed("a", START.plusSeconds(60))).isEqualTo(Duration.ofSeconds(1));
  }
}
