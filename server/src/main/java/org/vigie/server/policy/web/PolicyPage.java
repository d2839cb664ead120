package org.vigie.server.policy.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.revising.PolicyFile;
import org.vigie.server.policy.store.RevisionEntry;
import org.vigie.server.policy.text.PolicyProblem;

/// The catalogue as a tree, the clocks, and the revisions.
///
/// @param history newest first
/// @param mayEdit whether this person may make a revision
public record PolicyPage(
    Frame frame,
    PolicyCatalogue catalogue,
    List<RevisionEntry> history,
    PolicyFile file,
    boolean mayEdit)
    implements Page {
  public PolicyPage {
    history = List.copyOf(history);
  }

  /// Returns the title.
  public String title() {
    return frame.text("policy.title");
  }

  /// Returns the categories: after each general one its narrower ones.
  public List<CategoryView> categories() {
    Set<String> seen = new HashSet<>();
    return catalogue.categories().stream()
        .map(
            category -> CategoryView.of(category, !seen.add(category.dsaCategory()), frame.texts()))
        .toList();
  }

  /// A rule, by its name.
  public record Fact(String name, String value) {}

  /// Returns the rules of reviewing cases of all categories.
  public List<Fact> reviewFacts() {
    return ReviewFacts.of(catalogue, frame.texts());
  }

  /// Returns the rule of each category, in the order of the categories.
  public List<RuleView> rules() {
    Set<String> seen = new HashSet<>();
    return catalogue.categories().stream()
        .map(category ->
            RuleView.of(category, !seen.add(category.dsaCategory()), catalogue, frame.texts()))
        .toList();
  }

  /// Returns the clocks.
  public List<ClockView> clocks() {
    return catalogue.clocks().stream()
        .map(clock -> ClockView.of(clock, frame.texts()))
        .toList();
  }

  /// Returns the problems of the file that should be in force; empty if there are none.
  public List<PolicyProblem> fileProblems() {
    return switch (file) {
      case PolicyFile.Refused refused ->
        refused.problems().stream().limit(PolicyEditPage.MOST_PROBLEMS).toList();
      case PolicyFile.None none -> List.of();
      case PolicyFile.Held held -> List.of();
      case PolicyFile.Unreadable unreadable -> List.of();
    };
  }

  /// Returns a sentence about the file; empty if there is none.
  public String fileSentence() {
    return switch (file) {
      case PolicyFile.None none -> "";
      case PolicyFile.Held held -> frame.text("policy.file.held", held.path());
      case PolicyFile.Refused refused -> frame.text("policy.file.refused", refused.path());
      case PolicyFile.Unreadable bad -> frame.text("policy.file.unreadable", bad.path());
    };
  }

  /// Returns whether the file should be in force and is not.
  public boolean isFileBad() {
    return file instanceof PolicyFile.Refused || file instanceof PolicyFile.Unreadable;
  }
}
