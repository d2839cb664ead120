package org.vigie.server.access.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.server.access.Act;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.SubjectPage;
import org.vigie.server.access.Viewer;
import org.vigie.server.frame.Choice;
import org.vigie.server.frame.ChoiceGroup;
import org.vigie.server.frame.Texts;

/// The acts of all modules, by their phrases.
final class KnownActs {
  private final List<LedgerActs> modules;
  private final Map<String, Act> acts;

  /// @throws IllegalStateException if two acts have the same phrase
  KnownActs(List<LedgerActs> modules) {
    this.modules = List.copyOf(modules);
    this.acts = modules.stream()
        .<Act>flatMap(module -> module.acts().stream())
        .collect(Collectors.toMap(Act::phrase, Function.identity()));
  }

  /// Returns the act of a phrase; empty for those of other versions of Vigie.
  Optional<Act> find(String phrase) {
    return Optional.ofNullable(acts.get(phrase));
  }

  /// Returns the choices before the acts themselves.
  ///
  /// @param chosen the act in the address of the page, which may be the beginning of a phrase
  List<Choice> first(Texts texts, String chosen) {
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("", texts.get("access.ledger.any-act")));
    if (!chosen.isEmpty() && find(chosen).isEmpty()) {
      choices.add(new Choice(chosen, chosen));
    }
    return choices;
  }

  /// Returns the acts of each module, all in the order of their words.
  List<ChoiceGroup> groups(Texts texts) {
    return modules.stream()
        .map(module -> new ChoiceGroup(
            texts.get(module.titleKey()),
            module.acts().stream()
                .map(act -> new Choice(act.phrase(), texts.get(act.textKey())))
                .sorted(Comparator.comparing(Choice::label))
                .toList()))
        .sorted(Comparator.comparing(ChoiceGroup::label))
        .toList();
  }

  /// Returns where those of the subjects are shown that have a page which the viewer may open.
  Map<String, String> pages(Set<String> subjects) {
    Map<String, String> pages = new HashMap<>();
    for (LedgerActs module : modules) {
      module.pages(subjects).forEach((subject, page) -> put(pages, subject, page));
    }
    return pages;
  }

  private static void put(Map<String, String> pages, String subject, SubjectPage page) {
    if (Viewer.may(page.permission())) {
      pages.put(subject, page.path());
    }
  }
}
