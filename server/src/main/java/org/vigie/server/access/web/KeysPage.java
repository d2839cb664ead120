package org.vigie.server.access.web;

import java.util.List;
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
    String name,
    String rate,
    FormErrors errors)
    implements Page {
  public KeysPage {
    keys = List.copyOf(keys);
    scopes = List.copyOf(scopes);
  }

  /// A key.
  ///
  /// @param counts whether it is not revoked
  public record Row(
      String id,
      String name,
      String scopes,
      String rate,
      String created,
      String lastUsed,
      Tone tone,
      String state,
      boolean counts) {}

  /// A scope that a key can have.
  public record ScopeBox(String value, String label, boolean checked) {}
}
