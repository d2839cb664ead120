package org.vigie.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The browser of this machine; none is ever downloaded. Tests that need it are extended by this
/// class, and are skipped if there is none. The shell comes first: it draws no window of its own,
/// so the pages of all tests take less than half of the processor time.
final class Chromium implements ExecutionCondition {
  private static final List<String> NAMES =
      List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome");

  /// Offline, without a sandbox of its own (tests may run as root in a container), and without
  /// anything that changes from one run to the next.
  static final List<String> ARGUMENTS = List.of(
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return find()
        .map(path -> ConditionEvaluationResult.enabled("the browser is " + path))
        .orElseGet(() -> ConditionEvaluationResult.disabled(
            "no Chromium in PATH: install it (Debian: apt-get install chromium-headless-shell)"));
  }

  /// Returns the first of the known names that is in the path.
  static Optional<Path> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
