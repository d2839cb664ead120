package org.vigie.server.policy.revising;

import java.nio.file.Path;
import java.util.List;
import org.vigie.server.policy.text.PolicyProblem;

/// The outcome of loading the file that `vigie.policy.file` names.
public sealed interface PolicyFile {
  /// No file is set; the catalogue is edited on its page.
  record None() implements PolicyFile {}

  /// The current revision has the text of the file.
  record Held(Path path) implements PolicyFile {}

  /// The file is no catalogue, so the revision before it stays in force.
  record Refused(Path path, List<PolicyProblem> problems) implements PolicyFile {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// The file could not be read, so the revision before it stays in force.
  record Unreadable(Path path) implements PolicyFile {}
}
