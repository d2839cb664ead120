package org.vigie.server.report;

import java.util.Optional;
import org.vigie.server.access.KeyId;
import org.vigie.server.access.OrganisationId;

/// The sender of a notice. It determines who gets the outcome.
public sealed interface Origin {
  /// The public form, without an account.
  ///
  /// @param contact present if the law requires one, or the reporter gave one
  record Form(Optional<Contact> contact) implements Origin {}

  /// A messenger, for one of its users.
  ///
  /// @param reporter the messenger's own name for the reporter
  record Messenger(KeyId key, Optional<String> reporter) implements Origin {}

  /// A hotline or a trusted flagger.
  ///
  /// @param withinScope whether the category was within the organisation's scope when it came:
  ///     only then does it take the priority lane
  /// @param reference the organisation's own name for the notice
  record Flagger(OrganisationId organisation, boolean withinScope, Optional<String> reference)
      implements Origin {
    public Flagger(OrganisationId organisation, boolean withinScope) {
      this(organisation, withinScope, Optional.empty());
    }
  }

  /// How to reach a reporter.
  ///
  /// @param name as the reporter wrote it
  record Contact(String name, String email) {
    @Override
    public String toString() {
      return "Contact[…]";
    }
  }
}
