package org.vigie.server.policy.revising;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings under `vigie.policy`.
///
/// @param file a catalogue that is loaded at the start if its text is not that of the current
///     revision; while it is set, the page does not edit. Default empty: none
/// @param refresh how long another process may hold an older revision, 100 ms to 1 min, default
///     1 s
@ConfigurationProperties(value = "vigie.policy", ignoreUnknownFields = false)
public record PolicySettings(
    @DefaultValue("") String file, @DefaultValue("1s") Duration refresh) {
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  public PolicySettings {
    if (refresh.compareTo(SHORTEST) < 0 || refresh.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("vigie.policy.refresh has to be 100 ms to 1 min");
    }
  }

  /// Returns the file, if one is set.
  public Optional<Path> path() {
    return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
  }
}
