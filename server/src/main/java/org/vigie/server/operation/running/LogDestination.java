package org.vigie.server.operation.running;

import java.util.Map;
import org.vigie.platform.DataDirectory;

/// The destination of the log, one JSON object a line.
sealed interface LogDestination {
  /// Returns the settings of Spring Boot that send it there.
  Map<String, Object> properties();

  /// Chooses: at a terminal, sentences are printed and the log goes to a file; a service writes its
  /// log to its output.
  static LogDestination of(DataDirectory directory, boolean terminal) {
    return terminal ? new File(directory) : new Output();
  }

  /// `logs/vigie.log` in the data directory, which begins anew at 10 MB; ten old ones are kept.
  record File(DataDirectory directory) implements LogDestination {
    @Override
    public Map<String, Object> properties() {
      return Map.of(
          "logging.threshold.console", "off",
          "logging.structured.format.file", "logstash",
          "logging.file.name", directory.logs().resolve("vigie.log").toString(),
          "logging.logback.rollingpolicy.file-name-pattern", "${LOG_FILE}.%d{yyyy-MM-dd}.%i.gz",
          "logging.logback.rollingpolicy.max-file-size", "10MB",
          "logging.logback.rollingpolicy.max-history", "10",
          "logging.logback.rollingpolicy.total-size-cap", "100MB");
    }
  }

  /// Standard output.
  record Output() implements LogDestination {
    @Override
    public Map<String, Object> properties() {
      return Map.of("logging.structured.format.console", "logstash");
    }
  }
}
