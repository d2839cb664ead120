package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import org.vigie.server.frame.Moment;
import org.vigie.server.review.CaseAnnex;
import org.vigie.server.review.web.CasePage.Fact;
import org.vigie.server.review.web.Words.Badge;

/// The history of a case, of its account and of its content.
///
/// @param history the newest events first
/// @param account the address of all cases of the account; empty if none is known
/// @param annexes written by other modules
public record Past(
    List<Event> history, Optional<String> account, Same same, List<CaseAnnex.View> annexes) {
  public Past {
    history = List.copyOf(history);
    annexes = List.copyOf(annexes);
  }

  /// Something that happened to the case or to its account.
  ///
  /// @param address of the case that it is about, if that is another one
  /// @param text may be empty
  /// @param grounds of a decision
  public record Event(
      Moment at,
      String title,
      Optional<String> address,
      Optional<Badge> badge,
      String text,
      List<Fact> grounds) {
    public Event {
      grounds = List.copyOf(grounds);
    }
  }

  /// Other cases about the same content.
  ///
  /// @param notReviewed that there are more, in categories that the person does not review; may
  ///     be empty
  public record Same(List<CaseRow> cases, String notReviewed) {
    public Same {
      cases = List.copyOf(cases);
    }
  }

  /// A decision in words.
  ///
  /// @param grounds the reasons that the person concerned was given; empty without a violation
  public record DecisionRow(
      String at, String by, String verdict, Badge standing, List<Fact> grounds) {
    public DecisionRow {
      grounds = List.copyOf(grounds);
    }
  }
}
