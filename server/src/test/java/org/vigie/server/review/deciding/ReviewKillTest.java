package org.vigie.server.review.deciding;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.TestDatabase;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.ReviewWorld;

/// A process dies between a decision and its effects, within them, after them, or anywhere by
/// SIGKILL: no acknowledged decision is lost, and none takes effect twice.
@Tag("slow")
final class ReviewKillTest {
  private static final int BEFORE_A_KILL = 12;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void process_thatDiesAnywhere_losesNoDecision_andNoneTakesEffectTwice() throws Exception {
    PostgresAccess access = TestDatabase.create();
    try (ReviewWorld world = ReviewWorld.migrated(access)) {
      world.jdbc.sql("create table public.effect (decision_id uuid not null)").update();
      Set<UUID> told = new HashSet<>();
      for (String place : DyingDesk.PLACES) {
        told.addAll(until(place, access));
      }
      assertThat(pending(world)).as("something was left half done").isNotEmpty();

      world.pass(Duration.ofDays(1));
      settleAtOnce(world);

      assertThat(told).hasSizeGreaterThan(4 * 5);
      assertThat(states(world, told)).containsOnly("FINAL DECIDED");
      assertThat(effects(world)).doesNotHaveDuplicates().containsAll(told);
      assertThat(pending(world)).isEmpty();
      assertThat(effects(world))
          .as("effects of what was never decided")
          .containsExactlyInAnyOrderElementsOf(finals(world));
    }
  }

  /// Starts a process and waits for its end; returns the decisions that it printed.
  private static Set<UUID> until(String place, PostgresAccess access) throws Exception {
    Process process = start(place, access);
    Set<UUID> told = new HashSet<>();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DyingDesk.DECIDED)) {
          told.add(UUID.fromString(line.substring(DyingDesk.DECIDED.length())));
        }
        if (place.equals("anywhere") && told.size() == BEFORE_A_KILL) {
          process.toHandle().destroyForcibly(); // the process itself would close its output
        }
      }
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue())
        .as("it died by itself of something else")
        .isEqualTo(DyingDesk.KILLED);
    return told;
  }

  private static Process start(String place, PostgresAccess access) throws IOException {
    return new ProcessBuilder(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            DyingDesk.class.getName(),
            access.jdbcUrl(),
            access.user(),
            access.password(),
            place))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Several processes come back at the same time.
  private static void settleAtOnce(ReviewWorld world) throws InterruptedException {
    List<Thread> settlers = IntStream.range(0, 4)
        .mapToObj(_ -> Thread.ofVirtual().start(() -> settle(world)))
        .toList();
    for (Thread settler : settlers) {
      settler.join();
    }
  }

  private static void settle(ReviewWorld world) {
    Finalisation finalisation = world.finalisation(
        event -> world
            .jdbc
            .sql("insert into public.effect (decision_id) values (:id)")
            .param("id", ((DecisionMade) event).decision().value())
            .update(),
        (_, _) -> {});
    finalisation.due(Set.of()).forEach(finalisation::settle);
  }

  private static List<UUID> pending(ReviewWorld world) {
    return decisions(world, "PENDING");
  }

  private static List<UUID> finals(ReviewWorld world) {
    return decisions(world, "FINAL");
  }

  private static List<UUID> decisions(ReviewWorld world, String state) {
    return world
        .jdbc
        .sql("select decision_id from review.decision where state = :state")
        .param("state", state)
        .query(UUID.class)
        .list();
  }

  private static List<UUID> effects(ReviewWorld world) {
    return world
        .jdbc
        .sql("select decision_id from public.effect")
        .query(UUID.class)
        .list();
  }

  private static List<String> states(ReviewWorld world, Set<UUID> decisions) {
    List<String> states =
        world.jdbc.sql("""
            select d.state || ' ' || c.state from review.decision d
              join review.review_case c using (case_id) where d.decision_id in (:some)
            """).param("some", decisions).query(String.class).list();
    assertThat(states).as("decisions that are there").hasSameSizeAs(decisions);
    return states;
  }
}
