package org.vigie.server.policy.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.comparing.CatalogueChanges;
import org.vigie.server.policy.text.PolicyProblem;

/// The editor of the catalogue's text, with the result of its check.
///
/// @param base the revision that the text was made from
/// @param text as it was typed
public record PolicyEditPage(
    Frame frame, PolicyRevision base, String text, String note, Finding finding) implements Page {
  /// The most problems on the page.
  static final int MOST_PROBLEMS = 200;

  /// The result of checking the text.
  public sealed interface Finding {
    /// The text has not been checked.
    record Unchecked() implements Finding {}

    /// The text is a catalogue with these changes to the current one.
    record Good(CatalogueChanges changes) implements Finding {}

    /// The text is no catalogue.
    record Bad(List<PolicyProblem> problems) implements Finding {
      public Bad {
        problems = List.copyOf(problems);
      }
    }

    /// Another author made a revision meanwhile.
    record Overtaken(PolicyRevision current) implements Finding {}

    /// The note is too long.
    record NoteTooLong() implements Finding {}
  }

  /// Returns the title.
  public String title() {
    return frame.text("policy.edit.title");
  }

  /// Returns the problems that are shown.
  public List<PolicyProblem> problems() {
    return allProblems().stream().limit(MOST_PROBLEMS).toList();
  }

  /// Returns the number of further problems.
  public int furtherProblems() {
    return allProblems().size() - problems().size();
  }

  private List<PolicyProblem> allProblems() {
    return finding instanceof Finding.Bad bad ? bad.problems() : List.of();
  }

  /// Returns the changes; empty if they are not known.
  public Optional<ChangesView> changes() {
    return finding instanceof Finding.Good good
        ? Optional.of(new ChangesView(frame.texts(), good.changes()))
        : Optional.empty();
  }

  /// Returns the revision that another author made meanwhile.
  public Optional<PolicyRevision> overtakenBy() {
    return finding instanceof Finding.Overtaken overtaken
        ? Optional.of(overtaken.current())
        : Optional.empty();
  }

  /// Returns whether the note is too long.
  public boolean isNoteTooLong() {
    return finding instanceof Finding.NoteTooLong;
  }

  /// Returns the lines of the text, for the links of the problems.
  public List<NumberedLine> lines() {
    Set<Integer> wrong = problems().stream().map(PolicyProblem::line).collect(Collectors.toSet());
    List<String> lines = text.lines().toList();
    return IntStream.rangeClosed(1, lines.size())
        .mapToObj(n -> new NumberedLine(n, lines.get(n - 1), wrong.contains(n)))
        .toList();
  }

  /// A line of the text.
  public record NumberedLine(int number, String text, boolean wrong) {}
}
