package org.vigie.server.outbox.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.TestDatabase;
import org.vigie.server.outbox.Delivery;

/// A process dies before a commit, after it, before a delivery, after it, or anywhere by SIGKILL:
/// each committed effect arrives at least once and in order, and no other arrives.
final class OutboxKillTest {
  private static final int BEFORE_A_KILL = 30;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void process_thatDiesAnywhere_losesNoCommittedEffect_andKeepsTheirOrder() throws Exception {
    PostgresAccess access = TestDatabase.create();
    try (OutboxWorld world = OutboxWorld.migrated(access)) {
      world.jdbc.sql("""
              create table public.arrival (
                number bigint generated always as identity, effect_id uuid not null, key text)
              """).update();
      Set<UUID> committed = new HashSet<>();
      for (String place : DyingCourier.PLACES) {
        committed.addAll(until(place, access));
        world.pass(Duration.ofHours(1));
      }
      assertThat(world.in("PENDING")).as("something was left half done").isNotEmpty();

      world.pass(Duration.ofDays(1));
      settleAtOnce(world);

      assertThat(world.in("PENDING")).isEmpty();
      assertThat(world.in("DEAD")).isEmpty();
      assertThat(world.in("DELIVERED")).containsAll(committed);
      assertThat(arrived(world)).containsExactlyElementsOf(added(world));
    }
  }

  /// Starts a process and waits for its end; returns the effects that it committed.
  private static Set<UUID> until(String place, PostgresAccess access) throws Exception {
    Process process = start(place, access);
    Set<UUID> committed = new HashSet<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DyingCourier.COMMITTED)) {
          committed.add(UUID.fromString(line.substring(DyingCourier.COMMITTED.length())));
        }
        if (place.equals("anywhere") && committed.size() == BEFORE_A_KILL) {
          process.toHandle().destroyForcibly(); // the process itself would close its output
        }
      }
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue())
        .as("it died by itself of something else")
        .isEqualTo(DyingCourier.KILLED);
    assertThat(committed).hasSizeGreaterThan(4);
    return committed;
  }

  private static Process start(String place, PostgresAccess access) throws IOException {
    return new ProcessBuilder(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DyingCourier.class.getName(),
            access.jdbcUrl(),
            access.user(),
            access.password(),
            place))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Several processes come back at the same time.
  private static void settleAtOnce(OutboxWorld world) throws InterruptedException {
    List<Thread> settlers = IntStream.range(0, 4)
        .mapToObj(_ -> Thread.ofVirtual().start(() -> settle(world)))
        .toList();
    for (Thread settler : settlers) {
      settler.join();
    }
  }

  private static void settle(OutboxWorld world) {
    ScriptedHandler handler = new ScriptedHandler(effect -> {
      DyingCourier.arrive(world, effect);
      return new Delivery.Delivered();
    });
    while (!world.in("PENDING").isEmpty()) {
      world.deliveries.step(handler);
    }
  }

  /// Returns the effects that arrived, by key, and within a key as each arrived first.
  private static List<UUID> arrived(OutboxWorld world) {
    return world.jdbc.sql("""
            select effect_id from public.arrival
             group by effect_id, key order by key, min(number)
            """).query(UUID.class).list();
  }

  /// Returns all effects, by key, and within a key as they were added.
  private static List<UUID> added(OutboxWorld world) {
    return world
        .jdbc
        .sql("select effect_id from outbox.effect order by key, number")
        .query(UUID.class)
        .list();
  }
}
