package org.vigie.server.policy.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.PolicyRevision;

/// The files under `src/test/vectors/policy`.
final class PolicyVectors {
  private static final Path FOLDER = Path.of("src/test/vectors/policy");

  private PolicyVectors() {}

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PolicyCatalogue read(byte[] bytes) {
    return PolicyReader.read(PolicyReader.decode(bytes), new PolicyRevision(1));
  }

  /// Returns the problems of a text; empty if it is a catalogue.
  static List<PolicyProblem> problems(byte[] bytes) {
    try {
      read(bytes);
      return List.of();
    } catch (MalformedPolicyException e) {
      return e.problems();
    }
  }
}
