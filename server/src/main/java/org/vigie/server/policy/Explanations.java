package org.vigie.server.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.server.frame.Texts;

/// Composes the legal texts about decisions in one language, from facts. Pages, mails and
/// statements of reasons take their words from here; the words stand in
/// `messages/explanations.properties` and its French twin.
///
/// @param texts of the reader's language
public record Explanations(Texts texts) {
  /// Returns why a decision was made, for the person concerned.
  ///
  /// @param policy under which the decision was made; it names the category
  public String explanation(PolicyCatalogue policy, CategoryKey category, Explanation explanation) {
    return switch (explanation) {
      case Explanation.Written(String text) -> text;
      case Explanation.Match(Resemblance how) ->
        // a rule of the policy is a clause of the terms: only people say that a law is broken
        texts.get("explanation.match." + how, policy.name(category, texts.language()));
    };
  }

  /// Returns the draft that a reviewer begins with: the text of the policy for the category,
  /// otherwise ours. Double brackets mark gaps that only a person can fill.
  public String draft(PolicyCatalogue policy, CategoryKey category, Occasion occasion) {
    ReviewRule rule = policy.review().of(category);
    return Optional.ofNullable(rule.explanation().get(texts.language()))
        .orElseGet(() -> texts.get(
            "explanation.draft." + occasion + kind(rule.law().isPresent()),
            policy.name(category, texts.language()),
            rule.law().orElse("")));
  }

  /// Returns the draft for several cases of any categories.
  public String draftForSeveral() {
    return texts.get("explanation.draft.several");
  }

  /// Returns that earlier violations count.
  ///
  /// @param strikes how many, at least 1
  /// @param days within which
  public String strikes(int strikes, int days) {
    return texts.get("explanation.strikes", strikes, days);
  }

  /// Returns as a fact what the content says.
  public String quoted(String words) {
    return texts.get("explanation.fact.quoted", words);
  }

  /// Returns as a fact where a link of the content leads.
  public String linked(String address) {
    return texts.get("explanation.fact.linked", address);
  }

  /// Returns as a fact that the content is the same as known content.
  ///
  /// @param list the name of the bank
  public String identical(String list) {
    return texts.get("explanation.fact.identical", list);
  }

  /// Returns as a fact that the content resembles known content.
  ///
  /// @param list the name of the bank
  /// @param distance in the unit of the signal type
  /// @param radius the largest distance that counts
  public String similar(String list, int distance, int radius) {
    return texts.get("explanation.fact.similar", list, distance, radius);
  }

  /// Returns as a fact how often the content was reported.
  public String reported(int times) {
    return texts.get("explanation.fact.reported", times);
  }

  /// Returns as a fact that earlier violations count.
  ///
  /// @param strikes how many, at least 1
  /// @param days within which
  public String before(int strikes, int days) {
    return texts.get("explanation.fact.before", strikes, days);
  }

  private static String kind(boolean illegal) {
    return illegal ? ".law" : ".terms";
  }

  /// Returns the ground. A category of the policy stands there by its name.
  public String ground(PolicyCatalogue policy, LegalGround ground) {
    return texts.get(
        "explanation.ground" + kind(ground.illegal()),
        ground.illegal() ? ground.reference() : clause(policy, ground.reference()));
  }

  private String clause(PolicyCatalogue policy, String reference) {
    return CategoryKey.isWellFormed(reference)
        ? policy.name(new CategoryKey(reference), texts.language())
        : reference;
  }

  /// Returns a measure with its scope, duration and countries: `suspend (account) (7 days)`.
  public String measure(Measure measure) {
    String what = texts.get(
        "explanation.measure." + measure.word(), texts.get("explanation.on", measure.on()));
    String time = measure
        .duration()
        .map(length -> " (" + texts.get("explanation.days", length.toDays()) + ")")
        .orElse("");
    return what + time + countries(measure.where());
  }

  private static String countries(Territory where) {
    return where.countries().isEmpty()
        ? ""
        : where.countries().stream().sorted().collect(Collectors.joining(", ", " [", "]"));
  }

  /// Returns several measures, in their order; empty if there are none.
  public String measures(Collection<? extends Measure> measures) {
    return measures.stream()
        .map(this::measure)
        .reduce((some, one) -> texts.get("explanation.measures", some, one))
        .orElse("");
  }

  /// Returns the sentence that tells a reporter the outcome. It is stored with the notice and
  /// proves the wording.
  public String finding(NoticeFinding finding) {
    return texts.get("explanation.finding", finding);
  }

  /// Returns the state of a decided notice.
  public String state(boolean founded) {
    return texts.get(founded ? "explanation.state.founded" : "explanation.state.unfounded");
  }

  /// Returns the outcome of a notice, for its reporter: Regulation (EU) 2022/2065, Art. 16(5) and
  /// (6).
  ///
  /// @param told the stored sentence; empty once it was deleted
  /// @param automated whether no person took part
  public List<String> outcome(String told, boolean automated) {
    return Stream.of(told, means(automated)).filter(text -> !text.isEmpty()).toList();
  }

  /// Returns whether a person or a rule decided.
  public String means(boolean automated) {
    return texts.get(automated ? "explanation.means.automated" : "explanation.means.person");
  }

  /// Returns the ways to contest a decision, one sentence each.
  public List<String> redress() {
    return List.of(
        texts.get("explanation.redress.complaint"), texts.get("explanation.redress.elsewhere"));
  }
}
