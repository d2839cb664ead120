package org.vigie.server.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.ChoiceGroup;
import org.vigie.server.frame.Language;

/// One revision of the catalogue, checked and unchanging.
///
/// @param clocks the deadlines and minimum times of the legal regimes
/// @param review how people review cases
public record PolicyCatalogue(
    PolicyRevision revision, List<Category> categories, List<Clock> clocks, ReviewRules review) {
  public PolicyCatalogue {
    categories = List.copyOf(categories);
    clocks = List.copyOf(clocks);
  }

  /// Makes a catalogue with the usual rules for reviewing.
  public PolicyCatalogue(PolicyRevision revision, List<Category> categories, List<Clock> clocks) {
    this(revision, categories, clocks, ReviewRules.USUAL);
  }

  /// Returns the clock with a key.
  public Optional<Clock> clock(String key) {
    return clocks.stream().filter(clock -> clock.key().equals(key)).findFirst();
  }

  /// Returns a category of this revision.
  public Optional<Category> find(CategoryKey key) {
    return categories.stream().filter(category -> category.key().equals(key)).findFirst();
  }

  /// Returns the name of a category; its key, if this revision does not have it.
  public String name(CategoryKey key, Language language) {
    return find(key).map(category -> category.name(language)).orElse(key.value());
  }

  /// Returns every category as a choice of a form, each general one with its narrower ones.
  public List<ChoiceGroup> choices(Language language) {
    Map<String, List<Category>> groups = categories.stream()
        .collect(
            Collectors.groupingBy(Category::dsaCategory, LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream()
        .map(group -> new ChoiceGroup(
            group.getFirst().name(language),
            group.stream()
                .map(each -> new Choice(each.key().value(), each.name(language)))
                .toList()))
        .toList();
  }
}
