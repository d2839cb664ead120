package org.vigie.server.policy.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Clock;
import org.vigie.server.policy.ReviewRule;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.ReviewRules.Facts;
import org.vigie.server.policy.ReviewRules.HelpLine;
import org.vigie.server.policy.ReviewRules.NamedQueue;
import org.vigie.server.policy.StrikeRules;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// Reads the rules of reviewing: `docs/formats/policy.md`, section 5.
final class ReviewReader {
  private static final Pattern QUEUE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final int ALL = 100;
  private static final int LARGEST_ROOM = 10_000_000;

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private static final Set<String> OF_A_RULE = Set.of(
      "category",
      "queue",
      "second-reviewer",
      "clock",
      "law",
      "explanation",
      "evidence-days",
      "urgency");

  /// Replaces a key that is not usable, whose problem is noted.
  private static final CategoryKey UNUSABLE = new CategoryKey("unusable");

  private final List<Category> categories;
  private final List<Clock> clocks;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> withFacts = new HashSet<>();

  ReviewReader(List<Category> categories, List<Clock> clocks) {
    this.categories = List.copyOf(categories);
    this.clocks = List.copyOf(clocks);
  }

  /// Whether a second reviewer decides.
  private enum SecondReviewer {
    NONE,
    BLIND;

    String word() {
      return this == BLIND ? "blind" : "none";
    }
  }

  /// How urgent the cases of a category are.
  private enum Urgency {
    USUAL,
    DANGER_TO_LIFE;

    String word() {
      return this == DANGER_TO_LIFE ? "danger-to-life" : "usual";
    }
  }

  ReviewRules rules(Value value) {
    Fields fields = value.fields(Set.of(
        "quality-sample",
        "rules",
        "strikes",
        "large-room",
        "unreadable",
        "queues",
        "help-lines",
        "facts"));
    int sample =
        fields.optional("quality-sample").map(share -> share.number(0, ALL)).orElse(0);
    return new ReviewRules(
        sample,
        list(fields, "rules", this::rule),
        fields
            .optional("strikes")
            .map(strikes -> new StrikeReader(this::known).read(strikes))
            .orElse(StrikeRules.USUAL),
        fields
            .optional("large-room")
            .map(members -> members.number(1, LARGEST_ROOM))
            .orElse(ReviewRules.USUAL_LARGE_ROOM),
        fields.optional("unreadable").map(this::known),
        fields.optional("queues").map(ReviewReader::queues).orElse(List.of()),
        list(fields, "help-lines", ReviewReader::helpLine),
        list(fields, "facts", this::facts));
  }

  private static <T> List<T> list(Fields fields, String key, Function<Value, T> reading) {
    return fields.optional(key).map(Value::items).orElse(List.of()).stream()
        .map(reading)
        .toList();
  }

  private Facts facts(Value item) {
    Fields fields = item.fields(Set.of("category", "texts"));
    Value category = fields.required("category");
    Optional<CategoryKey> key = find(category);
    if (key.filter(known -> !withFacts.add(known.value())).isPresent()) {
      category.refuse(Defect.DUPLICATE_RULE, "other facts are about this category");
    }
    return new Facts(
        key.orElse(UNUSABLE),
        fields.required("texts").items().stream().map(Names::read).toList());
  }

  private static HelpLine helpLine(Value item) {
    Fields fields = item.fields(Set.of("country", "name", "contact", "source"));
    Value country = fields.required("country");
    String code = country.text();
    if (!COUNTRY.matcher(code).matches()) {
      country.refuseText(Defect.UNKNOWN_WORD, "a country is its two capital letters");
    }
    return new HelpLine(
        code,
        Names.line(fields.required("name")),
        Names.line(fields.required("contact")),
        Names.line(fields.required("source")));
  }

  private static List<NamedQueue> queues(Value list) {
    Set<String> seen = new HashSet<>();
    return list.items().stream().map(item -> named(item, seen)).toList();
  }

  private static NamedQueue named(Value item, Set<String> seen) {
    Fields fields = item.fields(Set.of("key", "names"));
    Value key = fields.required("key");
    String name = queue(key);
    if (!key.isUnusable() && !seen.add(name)) {
      key.refuse(Defect.DUPLICATE_QUEUE, "another queue has this key");
    }
    return new NamedQueue(name, Names.read(fields.required("names")));
  }

  private ReviewRule rule(Value value) {
    Fields fields = value.fields(OF_A_RULE);
    return new ReviewRule(
        category(fields.required("category")),
        fields.optional("queue").map(ReviewReader::queue),
        fields
            .optional("second-reviewer")
            .map(word -> word.word(SecondReviewer.class, SecondReviewer::word))
            .filter(SecondReviewer.BLIND::equals)
            .isPresent(),
        fields.optional("clock").map(this::clock),
        fields.optional("law").map(Names::line),
        fields.optional("explanation").map(Names::sentences).orElse(Map.of()),
        fields
            .optional("evidence-days")
            .map(days -> days.number(ReviewRule.LEAST_EVIDENCE_DAYS, ReviewRule.MOST_EVIDENCE_DAYS))
            .orElse(ReviewRule.USUAL_EVIDENCE_DAYS),
        fields
            .optional("urgency")
            .map(word -> word.word(Urgency.class, Urgency::word))
            .filter(Urgency.DANGER_TO_LIFE::equals)
            .isPresent());
  }

  private CategoryKey category(Value value) {
    Optional<CategoryKey> key = find(value);
    if (key.filter(known -> !seen.add(known.value())).isPresent()) {
      value.refuse(Defect.DUPLICATE_RULE, "another rule is about this category");
    }
    return key.orElse(UNUSABLE);
  }

  /// Reads the key of a category of this catalogue.
  private CategoryKey known(Value value) {
    return find(value).orElse(UNUSABLE);
  }

  private Optional<CategoryKey> find(Value value) {
    String text = value.text();
    Optional<CategoryKey> known = categories.stream()
        .map(Category::key)
        .filter(key -> key.value().equals(text))
        .findFirst();
    if (known.isEmpty()) {
      value.refuseText(Defect.UNKNOWN_CATEGORY, "no category of this catalogue has this key");
    }
    return known;
  }

  private static String queue(Value value) {
    String text = value.text();
    if (!QUEUE.matcher(text).matches()) {
      value.refuseText(
          Defect.BAD_QUEUE,
          "a queue has small letters, digits and hyphens, a letter first, at most 40");
    }
    return text;
  }

  private String clock(Value value) {
    String text = value.text();
    boolean runs = clocks.stream()
        .anyMatch(clock -> clock.key().equals(text) && clock.bound() == Clock.Bound.WITHIN);
    if (!runs) {
      value.refuseText(Defect.UNKNOWN_CLOCK, "no clock of this catalogue with a term `within`");
    }
    return text;
  }
}
