package org.vigie.server.review.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.ChoiceGroup;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.CategoryKey;

/// The keywords of the DSA that a form offers. None is chosen before a person does, because they
/// enter the statement of reasons.
///
/// @param own those of the suspected category, as boxes; empty unless there are several
/// @param only the keyword of a suspected category that has a single one, in words; may be empty
/// @param others those of all categories, by category
public record KeywordChoices(List<Choice> own, String only, List<ChoiceGroup> others) {
  /// Belongs to every category.
  static final String ANY_CATEGORY = "KEYWORD_OTHER";

  public KeywordChoices {
    own = List.copyOf(own);
    others = List.copyOf(others);
  }

  /// Returns those of a case.
  static KeywordChoices of(CategoryKey suspected, Words words) {
    List<String> known =
        words.policy().find(suspected).map(Category::dsaKeywords).orElse(List.of());
    return new KeywordChoices(
        known.size() > 1
            ? Stream.concat(known.stream(), Stream.of(ANY_CATEGORY))
                .distinct()
                .map(word -> choice(word, words))
                .toList()
            : List.of(),
        Optional.of(known)
            .filter(all -> all.size() == 1)
            .map(all -> words.keyword(all.getFirst()))
            .orElse(""),
        groups(words.policy().categories(), words));
  }

  /// Returns those of some categories, for several cases.
  static KeywordChoices of(List<Category> categories, Words words) {
    return new KeywordChoices(List.of(), "", groups(categories, words));
  }

  /// Narrower categories have keywords of the general one before them.
  private static List<ChoiceGroup> groups(List<Category> categories, Words words) {
    Map<String, TreeSet<String>> keywords = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    categories.forEach(each -> {
      names.putIfAbsent(each.dsaCategory(), words.category(each.key()));
      keywords.computeIfAbsent(each.dsaCategory(), _ -> new TreeSet<>()).addAll(each.dsaKeywords());
    });
    return names.entrySet().stream()
        .map(each -> new ChoiceGroup(
            each.getValue(),
            keywords.getOrDefault(each.getKey(), new TreeSet<>()).stream()
                .filter(word -> !word.equals(ANY_CATEGORY))
                .map(word -> choice(word, words))
                .toList()))
        .toList();
  }

  private static Choice choice(String word, Words words) {
    return new Choice(word, words.keyword(word));
  }

  /// Returns which of the others was chosen, of the chosen ones; empty if none was.
  public String other(List<String> chosen) {
    return chosen.stream()
        .filter(word -> own.stream().noneMatch(each -> each.value().equals(word)))
        .findFirst()
        .orElse("");
  }
}
