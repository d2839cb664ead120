package org.vigie.server.frame;

import java.util.List;

/// Some of the values that a form field offers, under a heading.
///
/// @param label the heading
public record ChoiceGroup(String label, List<Choice> choices) {
  public ChoiceGroup {
    choices = List.copyOf(choices);
  }
}
