package org.vigie.server.access.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

/// The pending requests for access, and those that ended.
public record RequestsPage(Frame frame, List<Waiting> waiting, List<Past> past, FormErrors errors)
    implements Page {
  public RequestsPage {
    waiting = List.copyOf(waiting);
    past = List.copyOf(past);
  }

  /// Returns why the viewer cannot approve a request. Returns empty if they can, or it has ended.
  String hindrance(String id) {
    return waiting.stream()
        .filter(each -> each.id().equals(id))
        .map(Waiting::hindrance)
        .findFirst()
        .orElse("");
  }

  RequestsPage with(FormErrors refusal) {
    return new RequestsPage(frame, waiting, past, refusal);
  }

  /// A pending request.
  ///
  /// @param what the access that it gives
  /// @param person the name of its beneficiary
  /// @param askedBy the requester, and when
  /// @param due when it takes effect
  /// @param wayIn the giver of the person's present access; empty if it was given long ago
  /// @param hindrance why the viewer, who may approve others, cannot approve this one; or empty
  /// @param stop the text of the button that stops it; empty if the viewer may not
  public record Waiting(
      String id,
      String what,
      String person,
      String askedBy,
      String due,
      String wayIn,
      String hindrance,
      boolean mayAgree,
      Optional<String> stop) {
    public String path() {
      return "/requests/" + id;
    }
  }

  /// A request that has ended.
  ///
  /// @param ending in words
  public record Past(
      String what,
      String person,
      String askedBy,
      Tone tone,
      String ending,
      @Nullable String by) {}
}
