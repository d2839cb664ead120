package org.vigie.server.frame;

import java.util.List;

/// Some of the values that a form field offers, under words of their own.
///
/// @param label what people read above them
public record ChoiceGroup(String label, List<Choice> choices) {
  public ChoiceGroup {
    choices = List.copyOf(choices);
  }
}
