package org.vigie.server.frame.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.server.frame.Lane;
import org.vigie.server.frame.MemoryBudget;

final class BodyMemoryTest {
  private static final long LIMIT = 1_000;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final BodyMemory memory = new BodyMemory(LIMIT, meters);

  @Test
  void bytes_overTheLimit_areNotTakenAndNotCounted() {
    assertThat(memory.take(LIMIT)).isTrue();
    assertThat(memory.take(1)).isFalse();
    assertThat(memory.held()).isEqualTo(LIMIT);
    memory.giveBack(1);
    assertThat(memory.take(1)).isTrue();
    assertThat(meters.get("vigie.bodies.refused").counter().count()).isOne();
  }

  @Test
  void bytes_ofStrangers_leaveHalfToOthers() {
    MemoryBudget strangers = memory.of(Lane.STRANGERS);
    assertThat(strangers.take(LIMIT / 2)).isTrue();
    assertThat(strangers.take(1)).isFalse();
    assertThat(meters.get("vigie.bodies.refused").counter().count()).isOne();
    assertThat(memory.of(Lane.SCANS).take(LIMIT / 2)).isTrue();
    strangers.giveBack(1);
    assertThat(strangers.take(1)).isTrue();
    assertThat(memory.held()).isEqualTo(LIMIT);
  }

  @Test
  void bytes_takenByManyAtOnce_areNeverMoreThanTheLimit() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> all = new ArrayList<>();
      for (int caller = 0; caller < 500; caller++) {
        all.add(callers.submit(() -> memory.take(7) ? 7L : 0L));
      }
      long taken = 0;
      for (Future<Long> each : all) {
        taken += each.get();
      }
      assertThat(taken).isEqualTo(memory.held()).isEqualTo(LIMIT / 7 * 7);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, false",
    "10, 0, false",
    "11, 0, true",
    "11, 1024, false",
    "20, 10239, true",
    "20, 10240, false",
    "59, 1000000, false"
  })
  void body_afterTheGrace_hasToComeAtARate(long seconds, long bytes, boolean tooSlow) {
    BodyLimits.Pace pace = new BodyLimits.Pace(Duration.ofMinutes(1), 1_024);
    assertThat(pace.isTooSlow(Duration.ofSeconds(seconds), bytes)).isEqualTo(tooSlow);
  }
}
