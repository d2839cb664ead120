package org.vigie.server.home.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.FirstStep;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.HomePanel;
import org.vigie.server.frame.Page;
import org.vigie.server.frame.Texts;

/// The first page: open steps and panels.
///
/// @param steps open steps of a new installation; empty once all are done
public record HomePage(Frame frame, List<HomePanel.View> panels, List<Step> steps) implements Page {
  public HomePage {
    panels = List.copyOf(panels);
    steps = List.copyOf(steps);
  }

  /// One step.
  ///
  /// @param address where the viewer can do it; empty if it is done or not theirs to do
  public record Step(String title, String text, boolean done, Optional<String> address) {
    static Step of(FirstStep step, Texts texts, boolean allowed) {
      boolean done = step.isDone();
      return new Step(
          texts.get(step.textKey() + ".title"),
          texts.get(step.textKey() + ".text"),
          done,
          Optional.of(step.address()).filter(address -> allowed && !done));
    }
  }
}
