package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class MicrosecondClockTest {
  @Test
  void instant_withNanoseconds_isCutDownToMicroseconds() {
    InstantSource exact = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00.123456789Z"));

    assertThat(new MicrosecondClock(exact).instant())
        .isEqualTo(Instant.parse("2026-03-01T10:00:00.123456Z"));
  }

  @Test
  void floor_ofATimeBefore1970_goesBackInTime() {
    assertThat(MicrosecondClock.floor(Instant.parse("1969-12-31T23:59:59.999999999Z")))
        .isEqualTo(Instant.parse("1969-12-31T23:59:59.999999Z"));
  }
}
