package org.vigie.server.policy.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.connector.Surface;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Confirmation;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.DsaCategory;
import org.vigie.server.policy.Resemblance;
import org.vigie.server.policy.Severity;
import org.vigie.server.policy.text.PolicyProblem.Defect;

/// Reads the tree of categories.
final class CategoryReader {
  private static final int MAX_RADIUS = 63;
  private static final int MAX_QUALITY = 100;
  private static final Set<String> OF_EVERY_CATEGORY =
      Set.of("key", "names", "keywords", "severity", "matching", "measures", "confirmation");
  private static final Set<String> OF_A_GENERAL_CATEGORY = Stream.concat(
          OF_EVERY_CATEGORY.stream(), Stream.of("dsa-category", "narrower"))
      .collect(Collectors.toUnmodifiableSet());

  private final Category.Matching usual;
  private final Map<String, Integer> linesOfKeys = new HashMap<>();
  private final Map<DsaCategory, Integer> linesOfDsaCategories = new EnumMap<>(DsaCategory.class);

  /// @param usual when categories match that do not define it
  CategoryReader(Category.Matching usual) {
    this.usual = usual;
  }

  /// Returns every category: after each general one its narrower ones.
  List<Category> categories(Value list) {
    List<Category> categories =
        list.items().stream().flatMap(item -> branch(item).stream()).toList();
    if (!list.isUnusable()) {
      refuseMissing(list);
    }
    return categories;
  }

  private void refuseMissing(Value list) {
    for (DsaCategory category : DsaCategory.values()) {
      if (!linesOfDsaCategories.containsKey(category)) {
        list.refuse(Defect.MISSING_DSA_CATEGORY, "no category stands for " + category.code());
      }
    }
  }

  private List<Category> branch(Value item) {
    Fields fields = item.fields(OF_A_GENERAL_CATEGORY);
    Optional<DsaCategory> dsaCategory = dsaCategory(fields.required("dsa-category"));
    List<Category> branch = new ArrayList<>();
    branch.add(category(fields, dsaCategory));
    for (Value narrower : fields.optional("narrower").map(Value::items).orElse(List.of())) {
      branch.add(category(narrower.fields(OF_EVERY_CATEGORY), dsaCategory));
    }
    return branch;
  }

  private Optional<DsaCategory> dsaCategory(Value value) {
    String code = value.text();
    Optional<DsaCategory> category = DsaCategory.of(code);
    if (category.isEmpty()) {
      value.refuseText(Defect.UNKNOWN_DSA_CATEGORY, "the DSA tree has no such category");
    }
    category.ifPresent(known -> refuseSecond(
        linesOfDsaCategories.putIfAbsent(known, value.node().place().line()),
        value,
        Defect.DUPLICATE_DSA_CATEGORY));
    return category;
  }

  private static void refuseSecond(@Nullable Integer earlier, Value value, Defect defect) {
    if (earlier != null) {
      value.refuse(defect, "stands on line " + earlier + " already");
    }
  }

  private Category category(Fields fields, Optional<DsaCategory> dsaCategory) {
    Map<String, Confirmation> confirmations = confirmations(fields.optional("confirmation"));
    return new Category(
        key(fields.required("key")),
        Names.read(fields.required("names")),
        dsaCategory.map(DsaCategory::code).orElse(""),
        keywords(fields.required("keywords"), dsaCategory),
        fields.required("severity").word(Severity.class, Severity::word),
        fields.optional("matching").map(CategoryReader::matching).orElse(usual),
        measures(fields.required("measures")),
        confirmations.getOrDefault(Resemblance.IDENTICAL.word(), Confirmation.HUMAN),
        confirmations.getOrDefault(Resemblance.SIMILAR.word(), Confirmation.HUMAN));
  }

  private CategoryKey key(Value value) {
    String text = value.text();
    if (!CategoryKey.isWellFormed(text)) {
      value.refuseText(
          Defect.BAD_KEY,
          "a key has small letters, digits and hyphens, a letter first, at most 63");
      return new CategoryKey("unusable");
    }
    refuseSecond(
        linesOfKeys.putIfAbsent(text, value.node().place().line()),
        value,
        Defect.DUPLICATE_CATEGORY);
    return new CategoryKey(text);
  }

  private List<String> keywords(Value list, Optional<DsaCategory> dsaCategory) {
    Set<String> seen = new HashSet<>();
    List<Value> items = list.items();
    if (items.isEmpty() && list.node() instanceof YamlNode.Sequence) {
      list.refuse(Defect.EMPTY_LIST, "a category has at least one keyword");
    }
    return items.stream().map(item -> keyword(item, dsaCategory, seen)).toList();
  }

  private static String keyword(Value item, Optional<DsaCategory> dsaCategory, Set<String> seen) {
    String keyword = item.text();
    List<DsaCategory> having = DsaCategory.having(keyword);
    if (having.isEmpty()) {
      item.refuseText(Defect.UNKNOWN_KEYWORD, "the DSA tree has no such keyword");
    } else if (dsaCategory.isPresent() && !having.contains(dsaCategory.get())) {
      item.refuse(
          Defect.KEYWORD_OF_ANOTHER_CATEGORY,
          "this keyword belongs to " + having.getFirst().code());
    } else if (!seen.add(keyword)) {
      item.refuse(Defect.DUPLICATE_KEYWORD, "this keyword stands in the list already");
    }
    return keyword;
  }

  /// Reads when signals match.
  static Category.Matching matching(Value value) {
    Fields fields = value.fields(Set.of("radius", "min-quality"));
    return new Category.Matching(
        fields.required("radius").number(0, MAX_RADIUS),
        fields.required("min-quality").number(0, MAX_QUALITY));
  }

  private static Map<Surface, ContentMeasure> measures(Value value) {
    Fields fields = value.fields(Set.of("public", "private", "encrypted"));
    Map<Surface, ContentMeasure> measures = new EnumMap<>(Surface.class);
    for (Surface surface : Surface.values()) {
      measures.put(
          surface,
          fields.required(surface.word()).word(ContentMeasure.class, ContentMeasure::word));
    }
    return measures;
  }

  private static Map<String, Confirmation> confirmations(Optional<Value> value) {
    Map<String, Confirmation> confirmations = new HashMap<>();
    value
        .map(said -> said.fields(Set.of(Resemblance.IDENTICAL.word(), Resemblance.SIMILAR.word())))
        .ifPresent(fields -> fields
            .entries()
            .keySet()
            .forEach(key -> fields
                .optional(key)
                .ifPresent(word ->
                    confirmations.put(key, word.word(Confirmation.class, Confirmation::word)))));
    return confirmations;
  }
}
