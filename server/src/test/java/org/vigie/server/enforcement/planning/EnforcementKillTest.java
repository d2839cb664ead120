package org.vigie.server.enforcement.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.TestDatabase;

/// A process is killed twenty times while it carries decisions out and undoes some: in the end each
/// action happened once in the messenger, none is missing, and reversed ones are undone.
@Tag("slow")
final class EnforcementKillTest {
  private static final int KILLS = 20;
  private static final long SEED = 20_261_130;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void process_killedOverAndOver_carriesEachActionOutOnce() throws Exception {
    PostgresAccess access = TestDatabase.migrated();
    JdbcClient jdbc = JdbcClient.create(
        new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password()));
    StoredMessenger.create(jdbc);
    jdbc.sql("""
            create table public.made (
              number integer generated always as identity, reversed boolean not null default false)
            """).update();
    Random random = new Random(SEED);
    for (int kill = 0; kill < KILLS; kill++) {
      String place = DyingEnforcer.PLACES.get(kill % DyingEnforcer.PLACES.size());
      untilDead(place, access, 8 + random.nextInt(8));
    }
    StoredMessenger messenger = new StoredMessenger(jdbc);
    int before = messenger.effects().size();
    try (EnforcementWorld world = new EnforcementWorld(access, messenger, SEED)) {
      DyingEnforcer.redeliver(world);
      world.pass(Duration.ofDays(1));
      world.settle();
      assertThat(world.pending()).isEmpty();
    }
    assertThat(messenger.effects().size()).as("something was left half done").isGreaterThan(before);
    assertThat(effects(messenger)).containsExactlyInAnyOrderElementsOf(expected(jdbc));
  }

  /// Returns what happened to each account, sorted: what was reversed before it was attempted never
  /// happened, so pairs of an action and its undoing are left out.
  private static List<String> effects(StoredMessenger messenger) {
    List<String> effects = new ArrayList<>();
    messenger.effects().forEach(effect -> {
      String name = effect.account() + " " + effect.kind();
      if (effect.direction().equals("UNDO")) {
        effects.remove(name);
      } else {
        assertThat(effects).as("an action that happened twice").doesNotContain(name);
        effects.add(name);
      }
    });
    return effects;
  }

  private static List<String> expected(JdbcClient jdbc) {
    return jdbc
        .sql("select number from public.made where not reversed order by number")
        .query(Integer.class)
        .list()
        .stream()
        .flatMap(number ->
            List.of("QUARANTINE_MEDIA", "REMOVE_MESSAGE", "BAN_ACCOUNT", "NOTIFY").stream()
                .map(kind -> "account-" + number + " " + kind))
        .toList();
  }

  private static void untilDead(String place, PostgresAccess access, int decisions)
      throws Exception {
    Process process = start(place, access);
    int seen = 0;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        seen += line.startsWith(DyingEnforcer.DECIDED) ? 1 : 0;
        if (place.equals("anywhere") && seen == decisions) {
          process.toHandle().destroyForcibly(); // the process itself would close its output
        }
      }
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue())
        .as("it died by itself of something else")
        .isEqualTo(DyingEnforcer.KILLED);
    assertThat(seen).isGreaterThan(4);
  }

  private static Process start(String place, PostgresAccess access) throws IOException {
    return new ProcessBuilder(List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            DyingEnforcer.class.getName(),
            access.jdbcUrl(),
            access.user(),
            access.password(),
            place))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
