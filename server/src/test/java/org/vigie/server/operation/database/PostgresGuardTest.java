package org.vigie.server.operation.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresGuardTest {
  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private int restarts;
  private final List<String> givenUp = new ArrayList<>();
  private final PostgresGuard guard = new PostgresGuard(this::restart, () -> now, givenUp::add);

  @Test
  void fiveDeathsWithinTenMinutes_areMendedAndTheSixthIsTheEnd() {
    for (int i = 0; i < 5; i++) {
      guard.died();
    }
    assertThat(restarts).isEqualTo(5);
    assertThat(givenUp).isEmpty();
    guard.died();
    assertThat(restarts).isEqualTo(5);
    assertThat(givenUp).singleElement().asString().startsWith("PostgreSQL has died 6 times");
  }

  @Test
  void deathsFarApart_areMendedForEver() {
    for (int i = 0; i < 20; i++) {
      guard.died();
      now = now.plus(Duration.ofMinutes(3));
    }
    assertThat(restarts).isEqualTo(20);
    assertThat(givenUp).isEmpty();
  }

  private boolean restart() {
    restarts++;
    return true;
  }
}
