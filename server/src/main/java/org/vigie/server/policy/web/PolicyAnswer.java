package org.vigie.server.policy.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Clock;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.ReviewRule;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.ReviewRules.Facts;
import org.vigie.server.policy.ReviewRules.HelpLine;
import org.vigie.server.policy.ReviewRules.NamedQueue;
import org.vigie.server.policy.Sanction;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.StrikeRules;
import org.vigie.server.policy.StrikeRules.Ladder;
import org.vigie.server.policy.StrikeRules.Ladder.Reach;
import org.vigie.server.policy.store.RevisionEntry;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// A revision as JSON: `docs/formats/policy.md`, section 7.
@JsonNaming(SnakeCaseStrategy.class)
public record PolicyAnswer(
    int revision,
    String sha256,
    Instant madeAt,
    List<CategoryAnswer> categories,
    List<ClockAnswer> clocks,
    ReviewAnswer review) {
  static PolicyAnswer of(RevisionEntry entry, PolicyCatalogue catalogue) {
    return new PolicyAnswer(
        catalogue.revision().number(),
        entry.sha256(),
        entry.madeAt(),
        catalogue.categories().stream().map(CategoryAnswer::of).toList(),
        catalogue.clocks().stream().map(ClockAnswer::of).toList(),
        ReviewAnswer.of(catalogue.review()));
  }

  /// One category.
  @JsonNaming(SnakeCaseStrategy.class)
  public record CategoryAnswer(
      String key,
      Map<String, String> names,
      String dsaCategory,
      List<String> keywords,
      String severity,
      MatchingAnswer matching,
      Map<String, String> measures,
      ConfirmationAnswer confirmation) {
    static CategoryAnswer of(Category category) {
      Map<String, String> measures = new TreeMap<>();
      category
          .measures()
          .forEach((surface, measure) -> measures.put(surface.word(), measure.word()));
      return new CategoryAnswer(
          category.key().value(),
          byCode(category.names()),
          category.dsaCategory(),
          category.dsaKeywords(),
          category.severity().word(),
          new MatchingAnswer(category.matching().radius(), category.matching().minQuality()),
          measures,
          new ConfirmationAnswer(category.exact().word(), category.perceptual().word()));
    }
  }

  /// The matching of pictures.
  @JsonNaming(SnakeCaseStrategy.class)
  public record MatchingAnswer(int radius, int minQuality) {}

  /// Whether measures need a person.
  public record ConfirmationAnswer(String exact, String perceptual) {}

  /// One clock.
  public record ClockAnswer(
      String key, Map<String, String> names, String regime, String bound, String term) {
    static ClockAnswer of(Clock clock) {
      return new ClockAnswer(
          clock.key(),
          byCode(clock.names()),
          clock.regime(),
          clock.bound().word(),
          clock.term().text());
    }
  }

  /// The rules of reviewing.
  @JsonNaming(SnakeCaseStrategy.class)
  public record ReviewAnswer(
      int qualitySample,
      List<RuleAnswer> rules,
      StrikesAnswer strikes,
      int largeRoom,
      Optional<String> unreadable,
      List<QueueAnswer> queues,
      List<HelpLineAnswer> helpLines,
      List<FactsAnswer> facts) {
    static ReviewAnswer of(ReviewRules rules) {
      return new ReviewAnswer(
          rules.qualitySample(),
          rules.rules().stream().map(RuleAnswer::of).toList(),
          StrikesAnswer.of(rules.strikes()),
          rules.largeRoom(),
          rules.unreadable().map(CategoryKey::value),
          rules.queues().stream().map(QueueAnswer::of).toList(),
          rules.helpLines().stream().map(HelpLineAnswer::of).toList(),
          rules.facts().stream().map(FactsAnswer::of).toList());
    }
  }

  /// The facts that a reviewer can choose to state about content of a category.
  public record FactsAnswer(String category, List<Map<String, String>> texts) {
    static FactsAnswer of(Facts facts) {
      return new FactsAnswer(
          facts.category().value(),
          facts.texts().stream().map(PolicyAnswer::byCode).toList());
    }
  }

  /// A service for people whose life is in danger.
  public record HelpLineAnswer(String country, String name, String contact, String source) {
    static HelpLineAnswer of(HelpLine line) {
      return new HelpLineAnswer(line.country(), line.name(), line.contact(), line.source());
    }
  }

  /// The name of a queue.
  public record QueueAnswer(String key, Map<String, String> names) {
    static QueueAnswer of(NamedQueue queue) {
      return new QueueAnswer(queue.key(), byCode(queue.names()));
    }
  }

  /// The rule of one category.
  @JsonNaming(SnakeCaseStrategy.class)
  public record RuleAnswer(
      String category,
      Optional<String> queue,
      String secondReviewer,
      Optional<String> clock,
      Optional<String> law,
      Map<String, String> explanation,
      int evidenceDays,
      String urgency) {
    static RuleAnswer of(ReviewRule rule) {
      return new RuleAnswer(
          rule.category().value(),
          rule.queue(),
          rule.secondReviewer() ? "blind" : "none",
          rule.clock(),
          rule.law(),
          byCode(rule.explanation()),
          rule.evidenceDays(),
          rule.danger() ? "danger-to-life" : "usual");
    }
  }

  /// The consequences of repeated violations by an account.
  public record StrikesAnswer(int days, List<LadderAnswer> ladders) {
    static StrikesAnswer of(StrikeRules rules) {
      return new StrikesAnswer(
          rules.days(), rules.ladders().stream().map(LadderAnswer::of).toList());
    }
  }

  /// One ladder; without category and severity it is for all.
  public record LadderAnswer(
      Optional<String> category, Optional<String> severity, List<StepAnswer> steps) {
    static LadderAnswer of(Ladder ladder) {
      List<StepAnswer> steps = ladder.steps().stream().map(StepAnswer::of).toList();
      return switch (ladder.reach()) {
        case Reach.OfCategory(CategoryKey key) ->
          new LadderAnswer(Optional.of(key.value()), Optional.empty(), steps);
        case Reach.OfSeverity(Severity severity) ->
          new LadderAnswer(Optional.empty(), Optional.of(severity.word()), steps);
        case Reach.Everything() -> new LadderAnswer(Optional.empty(), Optional.empty(), steps);
      };
    }
  }

  /// One step of a ladder.
  public record StepAnswer(int strikes, String account, OptionalInt days) {
    static StepAnswer of(Ladder.Step step) {
      OptionalInt days = step.sanction() instanceof Sanction.Suspension(int length)
          ? OptionalInt.of(length)
          : OptionalInt.empty();
      return new StepAnswer(step.strikes(), step.sanction().word(), days);
    }
  }

  private static Map<String, String> byCode(Map<Language, String> names) {
    Map<String, String> codes = new TreeMap<>();
    names.forEach((language, name) -> codes.put(language.code(), name));
    return codes;
  }
}
