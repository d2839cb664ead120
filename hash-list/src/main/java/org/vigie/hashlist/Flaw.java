package org.vigie.hashlist;

import java.util.List;

/// The error in a line, for programs and for people.
///
/// @param defect the stable name: `unknown-signal-type`
/// @param values the values in the defect's sentence, in its order, without the signal itself
/// @param reason one English clause, without the signal itself
public record Flaw(String defect, List<String> values, String reason) {
  public Flaw {
    values = List.copyOf(values);
  }
}
