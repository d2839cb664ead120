package org.vigie.server.access.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Tone;

/// Who is to get a way in or more to do, and what became of it.
public record RequestsPage(Frame frame, List<Waiting> waiting, List<Past> past, FormErrors errors)
    implements Page {
  public RequestsPage {
    waiting = List.copyOf(waiting);
    past = List.copyOf(past);
  }

  /// Returns why the viewer cannot agree to a request; empty if they can, or it does not wait.
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

  /// A request that waits.
  ///
  /// @param what it gives
  /// @param person whom it is for
  /// @param askedBy by whom, and when
  /// @param due when it takes effect
  /// @param wayIn who gave the person what they have now; empty if it is long ago
  /// @param hindrance why the viewer, who may agree to others, cannot agree to this; or empty
  /// @param stop what the button says that stops it; empty if the viewer may not
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
