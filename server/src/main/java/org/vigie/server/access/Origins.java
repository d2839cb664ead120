package org.vigie.server.access;

import java.util.Optional;
import org.vigie.server.frame.Texts;

/// Explains why two people do not count as two yet: who gave them access, from when on they are
/// independent, and who can approve meanwhile.
public interface Origins {
  /// Returns the sentence. Returns empty if the two are independent.
  ///
  /// @param viewer the possible approver, who reads the sentence
  Optional<String> hindrance(Texts texts, PersonId viewer, PersonId other);
}
