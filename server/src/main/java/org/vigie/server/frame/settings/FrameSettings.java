package org.vigie.server.frame.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Settings under `vigie.frame`.
///
/// @param demo whether every page says that its content is made up, default false
/// @param maxConcurrentCalls the most calls of programs at a time, 1 to 10 000; 0, the default,
///     means eight a core
/// @param maxBody of an upload, at least 1 KB, default 101 MB
/// @param maxJsonBody of JSON and of forms without files, at least 1 KB, default 2 MB
/// @param bodyDeadline how long a body may take to arrive, 1 s to 1 h, default 1 min
@ConfigurationProperties(value = "vigie.frame", ignoreUnknownFields = false)
public record FrameSettings(
    @DefaultValue("false") boolean demo,
    @DefaultValue("0") int maxConcurrentCalls,
    @DefaultValue("101MB") DataSize maxBody,
    @DefaultValue("2MB") DataSize maxJsonBody,
    @DefaultValue("1m") Duration bodyDeadline) {
  private static final int MOST_CALLS = 10_000;
  private static final int CALLS_A_CORE = 8;

  public FrameSettings {
    check(
        maxConcurrentCalls >= 0 && maxConcurrentCalls <= MOST_CALLS,
        "vigie.frame.max-concurrent-calls is 1 to 10000, or 0 for eight a core");
    check(maxBody.toKilobytes() >= 1, "vigie.frame.max-body is at least 1KB");
    check(maxJsonBody.toKilobytes() >= 1, "vigie.frame.max-json-body is at least 1KB");
    check(
        bodyDeadline.toSeconds() >= 1 && bodyDeadline.toHours() <= 1,
        "vigie.frame.body-deadline is 1s to 1h");
  }

  /// Returns the most calls of programs at a time.
  public int concurrentCalls(int cores) {
    return maxConcurrentCalls == 0 ? cores * CALLS_A_CORE : maxConcurrentCalls;
  }

  private static void check(boolean condition, String sentence) {
    if (!condition) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
