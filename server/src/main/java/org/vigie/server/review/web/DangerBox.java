package org.vigie.server.review.web;

import java.util.List;
import java.util.Map;
import org.vigie.server.review.web.CasePage.Fact;

/// What to do where somebody's life is in danger: whom to notify, and what to send to the person.
///
/// @param duty who notifies whom, of what, and until when
/// @param words to send to the person, by the title of their language; that of the person first
/// @param lines of the policy
/// @param recordable whether the viewer may record that authorities were notified
/// @param typed the values of the form that was refused, by their names
public record DangerBox(
    List<Fact> duty,
    List<Fact> words,
    List<Line> lines,
    boolean recordable,
    Map<String, String> typed) {
  public DangerBox {
    duty = List.copyOf(duty);
    words = List.copyOf(words);
    lines = List.copyOf(lines);
    typed = Map.copyOf(typed);
  }

  /// A help line.
  public record Line(String country, String name, String contact, String source) {}

  /// Returns a value of the form; empty if there is none.
  public String value(String name) {
    return typed.getOrDefault(name, "");
  }
}
