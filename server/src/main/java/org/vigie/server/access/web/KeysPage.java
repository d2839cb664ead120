package org.vigie.server.access.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

/// The API keys, and the form to make one.
public record KeysPage(
    Frame frame,
    List<Row> keys,
    boolean mayChange,
    List<ScopeBox> scopes,
    KeyForm form,
    FormErrors errors)
    implements Page {
  public KeysPage {
    keys = List.copyOf(keys);
    scopes = List.copyOf(scopes);
  }

  /// A key.
  ///
  /// @param limits its limits besides its rate, in words; may be empty
  /// @param lastUse time and, if known, network
  /// @param counts whether it is neither revoked nor expired
  public record Row(
      String id,
      String name,
      String scopes,
      String rate,
      List<String> limits,
      List<String> lastUse,
      State state,
      boolean counts) {
    public Row {
      limits = List.copyOf(limits);
      lastUse = List.copyOf(lastUse);
    }
  }

  /// Whether a key counts.
  ///
  /// @param more such as that it is for tests
  public record State(Tone tone, String text, Optional<String> more) {}

  /// A scope that a key can have.
  public record ScopeBox(String value, String label, boolean checked) {}
}
