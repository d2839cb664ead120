package org.vigie.server.policy.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.connector.Surface;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.FormErrors;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Page;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.comparing.MeasureOutlook;
import org.vigie.server.policy.text.CategoryChange;

/// The form of one category, over the text of the catalogue.
///
/// @param base the revision that the form is about
/// @param change the values of the form
/// @param preview its effects; empty before the first check
public record CategoryFormPage(
    Frame frame,
    Category category,
    PolicyRevision base,
    CategoryChange change,
    String note,
    Optional<Preview> preview,
    FormErrors errors)
    implements Page {

  /// The effects of a change.
  ///
  /// @param lines of the text that change, in groups
  /// @param outlook the decisions of the last days under the change
  public record Preview(
      ChangesView changes, List<List<PolicyRevisionPage.DiffLine>> lines, MeasureOutlook outlook) {
    public Preview {
      lines = List.copyOf(lines);
    }

    /// Returns whether any decision is counted.
    public boolean hasDecisions() {
      return !outlook.rows().isEmpty();
    }
  }

  /// Returns the page with errors.
  CategoryFormPage with(FormErrors found) {
    return new CategoryFormPage(frame, category, base, change, note, preview, found);
  }

  /// Returns the name of the category.
  public String title() {
    return category.name(frame.texts().language());
  }

  public String path() {
    return "/policy/categories/" + category.key().value();
  }

  public List<Choice> severities() {
    return Arrays.stream(Severity.values())
        .map(each -> new Choice(each.word(), frame.texts().get("policy.severity", each)))
        .toList();
  }

  public List<Choice> measures() {
    return Arrays.stream(ContentMeasure.values())
        .map(each -> new Choice(each.word(), measure(each)))
        .toList();
  }

  public List<Choice> confirmations() {
    return Stream.of(Confirmation.HUMAN, Confirmation.AUTOMATIC)
        .map(each -> new Choice(each.word(), frame.texts().get("policy.confirmation", each)))
        .toList();
  }

  public String measure(ContentMeasure measure) {
    return frame.texts().get("policy.measure", measure);
  }

  /// Returns the surfaces in their order.
  public List<Surface> surfaces() {
    return List.of(Surface.values());
  }

  /// Returns the chosen measure on a surface.
  public String chosen(Surface surface) {
    return Objects.requireNonNull(change.measures().get(surface)).word();
  }
}
