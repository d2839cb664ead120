package org.vigie.server.review.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.server.frame.Choice;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.web.BulkPreviewPage.Field;
import org.vigie.server.review.web.CasePage.Advice;
import org.vigie.server.review.web.CasePage.DecideForm;
import org.vigie.server.review.web.CasePage.Filled;
import org.vigie.server.review.web.CasePage.Offer;

/// The form that several cases are decided with.
final class BulkForms {
  private BulkForms() {}

  /// Returns the form; only categories are offered that are not grave.
  static DecideForm form(Optional<Filled> sent, Words words) {
    List<Choice> categories = words.policy().categories().stream()
        .filter(each -> each.severity().compareTo(Severity.HIGH) < 0)
        .map(each -> new Choice(each.key().value(), words.category(each.key())))
        .toList();
    Filled filled = sent.orElseGet(() -> empty(words));
    return new DecideForm(
        filled,
        new Offer(categories, List.of(), measures(words), sanctions(words), List.of(), List.of()),
        new Advice(List.of(), List.of()),
        Optional.empty());
  }

  private static Filled empty(Words words) {
    return new Filled(
        0,
        "",
        List.of(),
        Measure.NONE.word(),
        "none",
        "none",
        "",
        "",
        "terms",
        "",
        words.texts().get("review.bulk.explanation"),
        "",
        List.of());
  }

  private static List<Choice> measures(Words words) {
    return Arrays.stream(Measure.values())
        .map(each -> new Choice(each.word(), words.texts().get("review.choice." + each.word())))
        .toList();
  }

  private static List<Choice> sanctions(Words words) {
    return List.of("none", "suspend", "ban").stream()
        .map(word -> new Choice(word, words.texts().get("review.sanction." + word)))
        .toList();
  }

  /// Returns what was filled in, to be sent once more.
  static List<Field> fields(VerdictForm form, List<String> cases) {
    Filled filled = form.filled();
    Map<String, String> single = new TreeMap<>(Map.of(
        "verdict", form.button(),
        "category", filled.category(),
        "content", filled.content(),
        "account", filled.account(),
        "days", filled.days(),
        "countries", filled.countries(),
        "ground", filled.ground(),
        "reference", filled.reference(),
        "explanation", filled.explanation()));
    List<Field> fields = new ArrayList<>();
    single.forEach((name, value) -> fields.add(new Field(name, value)));
    filled.keywords().forEach(keyword -> fields.add(new Field("keywords", keyword)));
    cases.forEach(each -> fields.add(new Field("cases", each)));
    return fields;
  }
}
