package org.vigie.server.review.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.MalformedMeasureException;
import org.vigie.server.policy.MalformedMeasureException.Part;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.Sanction;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.Verdict;
import org.vigie.server.review.deciding.DecideOutcome;
import org.vigie.server.review.deciding.LookWaiver;
import org.vigie.server.review.web.CasePage.MeasureFields;

/// The fields of the form that a reviewer sent. It has as many components as the form has fields.
///
/// @param version of the case that they saw, if it is one case
/// @param verdict which button: `none`, `remove`, `remove-and-ban`, or `violation` with the mark
///     of the measures that it named
/// @param confirmed the button, a bar, and the mark of the confirmed impact; instead of `verdict`
/// @param keywords of the category; one that has a single keyword needs none
/// @param content a measure of the policy
/// @param account `none`, `suspend` or `ban`; `room` likewise
/// @param days for how long account or room are suspended
/// @param countries in which the measure for content holds; empty for everywhere
/// @param ground `law` or `terms`
/// @param waiver the word of a [LookWaiver]
/// @param unfounded notices that are manifestly so; only if there is no violation
/// @param facts that take the place of the first gap in the explanation
public record VerdictForm(
    @Nullable Long version,
    @Nullable String verdict,
    @Nullable String confirmed,
    @Nullable String category,
    @Nullable List<String> keywords,
    @Nullable String content,
    @Nullable String account,
    @Nullable String room,
    @Nullable String days,
    @Nullable String countries,
    @Nullable String ground,
    @Nullable String reference,
    @Nullable String explanation,
    @Nullable String waiver,
    @Nullable List<UUID> unfounded,
    @Nullable List<String> facts) {
  private static final String NONE = "none";
  private static final String REMOVED = ContentMeasure.QUARANTINE.word();
  private static final String VIOLATION = "violation";

  /// The words that a person has to replace in the draft of an explanation.
  private static final Pattern GAP = Pattern.compile("\\[\\[[^\\]]*]]");

  /// Returns the verdict.
  SentVerdict read(PolicyCatalogue policy) {
    try {
      if (isMisnamed()) {
        return new SentVerdict.Misnamed();
      }
      if (!button().equals(NONE) && said(category).isEmpty()) {
        return new SentVerdict.Malformed(new DecideOutcome.Malformed("category", "missing"));
      }
      return new SentVerdict.Parsed(verdict(policy));
    } catch (MalformedMeasureException e) {
      return new SentVerdict.Malformed(
          new DecideOutcome.Malformed(field(e.part()), e.defect().word()));
    }
  }

  private static String field(Part part) {
    return switch (part) {
      case WORD -> "content";
      case DURATION -> "days";
      case COUNTRIES -> "countries";
    };
  }

  private Verdict verdict(PolicyCatalogue policy) {
    String none = Sanction.Kind.NONE.word();
    return switch (button()) {
      case NONE -> new Verdict.NoViolation(Set.copyOf(manifestlyUnfounded()));
      case VIOLATION -> violation(policy, measures());
      case "remove" ->
        violation(policy, new MeasureFields(REMOVED, none, none, "", said(countries)));
      case "remove-and-ban" ->
        violation(
            policy,
            new MeasureFields(REMOVED, Sanction.Kind.BAN.word(), none, "", said(countries)));
      default -> throw ProblemException.ofField("verdict", "There is no such choice.");
    };
  }

  private MeasureFields measures() {
    return new MeasureFields(said(content), said(account), said(room), said(days), said(countries));
  }

  /// Returns whether the button named other measures than the fields have: the person changed them,
  /// and no script renamed the button.
  private boolean isMisnamed() {
    String[] parts = said(verdict).split("\\|", 2);
    return parts.length == 2 && !parts[1].equals(SentMeasures.mark(SentMeasures.of(measures())));
  }

  /// Returns the version of the case that they saw; one that no case has, where none was sent.
  long seen() {
    return version == null ? 0 : version;
  }

  /// Returns which button was pressed, perhaps the time before.
  String button() {
    return (verdict == null ? said(confirmed) : verdict).split("\\|", 2)[0];
  }

  /// Returns the mark of the impact that the person confirms a second time.
  Optional<String> confirmation() {
    String[] parts = said(confirmed).split("\\|", 2);
    return verdict == null && parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
  }

  private List<NoticeId> manifestlyUnfounded() {
    return Optional.ofNullable(unfounded).orElse(List.of()).stream()
        .map(NoticeId::new)
        .toList();
  }

  /// Returns whether the form says both that something is wrong, and that reporting it was
  /// manifestly unfounded.
  boolean isContradictory() {
    return !button().equals(NONE) && !manifestlyUnfounded().isEmpty();
  }

  private Verdict violation(PolicyCatalogue policy, MeasureFields chosen) {
    if (!CategoryKey.isWellFormed(said(category))) {
      throw ProblemException.ofField("category", "There is no such choice.");
    }
    CategoryKey key = new CategoryKey(said(category));
    return new Verdict.Violation(
        key,
        keywords(policy.find(key)),
        SentMeasures.of(chosen),
        new LegalGround(said(ground).equals("law"), said(reference).strip()),
        new Explanation.Written(explained()));
  }

  /// Returns the sent keywords that belong to the category. A category with a single keyword leaves
  /// nothing to choose; otherwise nobody but the person chooses.
  private List<String> keywords(Optional<Category> chosen) {
    List<String> known = chosen.map(Category::dsaKeywords).orElse(List.of());
    List<String> fitting = Optional.ofNullable(keywords).orElse(List.of()).stream()
        .filter(word -> known.contains(word) || word.equals(KeywordChoices.ANY_CATEGORY))
        .toList();
    return fitting.isEmpty() && known.size() == 1 ? known : fitting;
  }

  /// Returns the explanation, with the chosen facts in its first gap. They follow an explanation
  /// without a gap that does not have them.
  private String explained() {
    String text = said(explanation).strip();
    String chosen = String.join(", ", chosenFacts());
    if (chosen.isEmpty() || text.contains(chosen)) {
      return text;
    }
    return GAP.matcher(text).find()
        ? GAP.matcher(text).replaceFirst(Matcher.quoteReplacement(chosen))
        : text + " (" + chosen + ")";
  }

  private List<String> chosenFacts() {
    return Optional.ofNullable(facts).orElse(List.of()).stream()
        .filter(fact -> !fact.isBlank())
        .toList();
  }

  /// Returns why the person has not looked at the media, where they say so.
  Optional<LookWaiver> lookWaiver() {
    return LookWaiver.of(said(waiver));
  }

  /// Returns the sent values, to be shown again.
  CasePage.VerdictFields fields() {
    return new CasePage.VerdictFields(
        seen(),
        new CasePage.FindingFields(said(category), Optional.ofNullable(keywords).orElse(List.of())),
        measures(),
        new CasePage.ReasonFields(said(ground), said(reference), said(explanation), chosenFacts()),
        said(waiver),
        manifestlyUnfounded().stream().map(notice -> notice.value().toString()).toList());
  }

  /// Returns the sent text, or an empty one.
  static String said(@Nullable String text) {
    return text == null ? "" : text;
  }
}
