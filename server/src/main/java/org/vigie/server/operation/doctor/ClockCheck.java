package org.vigie.server.operation.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The clock: legal deadlines and the order of the ledger depend on it.
///
/// @param folder the data directory, whose newest start must not lie in the future
public record ClockCheck(InstantSource clock, Path folder) implements Check {
  private static final Instant WRITTEN = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int PATIENCE_SECONDS = 5;
  private static final String MEND =
      "set the clock and keep it with NTP (timedatectl set-ntp true)";

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public Outcome examine() {
    Instant now = clock.instant();
    if (now.isBefore(WRITTEN)) {
      return new Outcome.Broken(
          "it says " + now + ", which was before this Vigie was written", MEND);
    }
    if (lastStart().filter(start -> start.isAfter(now.plus(TOLERANCE))).isPresent()) {
      return new Outcome.Broken("the last start of this installation lies in its future", MEND);
    }
    return isKeptByNtp()
        ? new Outcome.Fine("kept by NTP")
        : new Outcome.Worrying("it runs, and nothing says that NTP keeps it", MEND);
  }

  private Optional<Instant> lastStart() {
    try {
      Path lock = folder.resolve("vigie.lock");
      return Files.exists(lock)
          ? Optional.of(Files.getLastModifiedTime(lock).toInstant())
          : Optional.empty();
    } catch (IOException _) {
      // Whether the folder can be read at all is another check's to say.
      return Optional.empty();
    }
  }

  private static boolean isKeptByNtp() {
    try {
      Process process = new ProcessBuilder(
              "timedatectl", "show", "-p", "NTPSynchronized", "--value")
          .redirectErrorStream(true)
          .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      byte[] output = process.getInputStream().readAllBytes();
      return new String(output, StandardCharsets.UTF_8).strip().equals("yes");
    } catch (IOException _) {
      // Without timedatectl nothing is known: false.
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
