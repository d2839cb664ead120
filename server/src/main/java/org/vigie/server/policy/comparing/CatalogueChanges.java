package org.vigie.server.policy.comparing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Clock;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.ReviewRule;

/// The differences between two catalogues.
///
/// @param categories those that were added, removed or changed, in the order of the newer
///     catalogue, removed ones last
/// @param clocks likewise
/// @param review the changes of the rules for all categories: nothing, or one entry
public record CatalogueChanges(List<Change> categories, List<Change> clocks, List<Change> review) {
  /// No difference.
  public static final CatalogueChanges NONE = new CatalogueChanges(List.of(), List.of(), List.of());

  public CatalogueChanges {
    categories = List.copyOf(categories);
    clocks = List.copyOf(clocks);
    review = List.copyOf(review);
  }

  /// One entry that is different.
  ///
  /// @param names its names; the earlier ones if it was removed; empty if it has none
  /// @param fields its changed values; empty unless it was changed
  public record Change(
      String key, Map<Language, String> names, Kind kind, List<FieldChange> fields) {
    public Change {
      names = Map.copyOf(names);
      fields = List.copyOf(fields);
    }
  }

  /// The kind of a change.
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /// One value that is different.
  ///
  /// @param field its path in the entry's YAML: `measures.public`
  public record FieldChange(String field, String before, String after) {}

  /// Returns the changes that make one catalogue into another.
  public static CatalogueChanges between(PolicyCatalogue before, PolicyCatalogue after) {
    return new CatalogueChanges(
        changes(categories(before), categories(after)),
        changes(clocks(before), clocks(after)),
        changes(
            Map.of("review", ReviewValues.of(before.review())),
            Map.of("review", ReviewValues.of(after.review()))));
  }

  /// Returns whether there are no changes.
  public boolean isEmpty() {
    return categories.isEmpty() && clocks.isEmpty() && review.isEmpty();
  }

  private static Map<String, Map<String, String>> categories(PolicyCatalogue catalogue) {
    return byKey(
        catalogue.categories(),
        category -> category.key().value(),
        category -> values(category, catalogue.review().of(category.key())));
  }

  private static Map<String, Map<String, String>> clocks(PolicyCatalogue catalogue) {
    return byKey(catalogue.clocks(), Clock::key, CatalogueChanges::values);
  }

  private static <T> Map<String, Map<String, String>> byKey(
      List<T> entries, Function<T, String> key, Function<T, Map<String, String>> values) {
    return entries.stream()
        .collect(Collectors.toMap(key, values, (first, second) -> first, LinkedHashMap::new));
  }

  private static List<Change> changes(
      Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
    List<Change> changes = new ArrayList<>();
    after.forEach((key, values) -> {
      Map<String, String> earlier = before.get(key);
      if (earlier == null) {
        changes.add(new Change(key, named(values), Kind.ADDED, List.of()));
      } else if (!earlier.equals(values)) {
        changes.add(new Change(key, named(values), Kind.CHANGED, fields(earlier, values)));
      }
    });
    before.forEach((key, values) -> {
      if (!after.containsKey(key)) {
        changes.add(new Change(key, named(values), Kind.REMOVED, List.of()));
      }
    });
    return changes;
  }

  private static Map<Language, String> named(Map<String, String> values) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Optional.ofNullable(values.get("names." + language.code()))
          .ifPresent(name -> names.put(language, name));
    }
    return names;
  }

  private static List<FieldChange> fields(Map<String, String> before, Map<String, String> after) {
    TreeSet<String> fields = new TreeSet<>(before.keySet());
    fields.addAll(after.keySet());
    return fields.stream()
        .map(field ->
            new FieldChange(field, before.getOrDefault(field, ""), after.getOrDefault(field, "")))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  private static Map<String, String> values(Category category, ReviewRule review) {
    Map<String, String> values = values(category);
    review.queue().ifPresent(queue -> values.put("review.queue", queue));
    review.clock().ifPresent(clock -> values.put("review.clock", clock));
    review.law().ifPresent(law -> values.put("review.law", law));
    review
        .explanation()
        .forEach((language, text) -> values.put("review.explanation." + language.code(), text));
    values.put("review.evidence-days", Integer.toString(review.evidenceDays()));
    if (review.secondReviewer()) {
      values.put("review.second-reviewer", "blind");
    }
    if (review.danger()) {
      values.put("review.urgency", "danger-to-life");
    }
    return values;
  }

  private static Map<String, String> values(Category category) {
    Map<String, String> values = names(category.names());
    values.put("dsa-category", category.dsaCategory());
    values.put("keywords", String.join(", ", category.dsaKeywords()));
    values.put("severity", category.severity().word());
    values.put("matching.radius", Integer.toString(category.matching().radius()));
    values.put("matching.min-quality", Integer.toString(category.matching().minQuality()));
    values.put("confirmation.exact", category.exact().word());
    values.put("confirmation.perceptual", category.perceptual().word());
    category
        .measures()
        .forEach((surface, measure) -> values.put("measures." + surface.word(), measure.word()));
    return values;
  }

  private static Map<String, String> values(Clock clock) {
    Map<String, String> values = names(clock.names());
    values.put("regime", clock.regime());
    values.put(clock.bound().word(), clock.term().text());
    return values;
  }

  private static Map<String, String> names(Map<Language, String> names) {
    return names.entrySet().stream()
        .collect(Collectors.toMap(
            name -> "names." + name.getKey().code(),
            Map.Entry::getValue,
            (first, second) -> first,
            LinkedHashMap::new));
  }
}
