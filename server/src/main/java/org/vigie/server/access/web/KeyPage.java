package org.vigie.server.access.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// One API key, and the forms that change it.
///
/// @param old the old secret, while it counts
public record KeyPage(
    Frame frame,
    KeysPage.Row key,
    String created,
    Optional<OldSecret> old,
    boolean mayChange,
    RotationForm form,
    FormErrors errors)
    implements Page {
  /// Returns whether the key can get another secret.
  public boolean canRotate() {
    return mayChange && key.counts();
  }

  /// The old secret of a rotated key.
  ///
  /// @param lastUsed since the rotation
  public record OldSecret(String endsAt, String lastUsed) {}

  /// The form that rotates the key, as it was sent.
  ///
  /// @param old the days for which the old secret still counts
  /// @param expires the new last day of the key; empty to keep the one it has
  public record RotationForm(String old, List<Choice> choices, String expires) {
    public RotationForm {
      choices = List.copyOf(choices);
    }
  }
}
