package org.vigie.server.evidence.web;

import java.util.List;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Hold;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;

/// Explains the consequences of destroying an object, with the form that requests it.
///
/// @param holds that forbid it
/// @param cases that are undecided and still need it
/// @param reason as typed
public record DestructionPage(
    Frame frame,
    EvidenceObject object,
    List<Hold> holds,
    List<CaseLinks.Link> cases,
    String reason,
    FormErrors errors)
    implements Page {
  public DestructionPage {
    holds = List.copyOf(holds);
    cases = List.copyOf(cases);
  }

  public String id() {
    return object.id().value().toString();
  }

  /// Returns the holds in words.
  public List<String> standing() {
    return holds.stream()
        .map(hold -> frame.text(
            "evidence.destroy.hold",
            hold.source(),
            hold.reference(),
            ChainRows.end(frame, hold.expires())))
        .toList();
  }
}
