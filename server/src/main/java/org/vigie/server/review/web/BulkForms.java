package org.vigie.server.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.server.frame.Choice;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.Sanction;
import org.vigie.server.review.deciding.Bulk;
import org.vigie.server.review.web.BulkPreviewPage.Field;
import org.vigie.server.review.web.CasePage.Advice;
import org.vigie.server.review.web.CasePage.DecideForm;
import org.vigie.server.review.web.CasePage.FindingFields;
import org.vigie.server.review.web.CasePage.MeasureFields;
import org.vigie.server.review.web.CasePage.Offer;
import org.vigie.server.review.web.CasePage.ReasonFields;
import org.vigie.server.review.web.CasePage.VerdictFields;

/// The form that several cases are decided with.
final class BulkForms {
  private BulkForms() {}

  /// Returns the form; only categories are offered that are not grave, or come in waves.
  static DecideForm form(Optional<VerdictFields> sent, Words words) {
    List<Category> plain = words.policy().categories().stream()
        .filter(each -> Bulk.isPlain(each, words.policy()))
        .toList();
    Stream<Choice> categories =
        plain.stream().map(each -> new Choice(each.key().value(), words.category(each.key())));
    Choice open = new Choice("", words.texts().get("review.choose"));
    VerdictFields fields = sent.orElseGet(() -> empty(words));
    return new DecideForm(
        fields,
        new Offer(
            Stream.concat(Stream.of(open), categories).toList(),
            KeywordChoices.of(plain, words),
            Stream.concat(Stream.of(open), MeasureChoices.content(words).stream())
                .toList(),
            MeasureChoices.sanctions(words),
            List.of(),
            List.of(),
            List.of()),
        new Advice("", "", List.of(), List.of()),
        DecideForms.namedOrNot(fields.measures(), words),
        List.of(),
        Optional.empty());
  }

  private static VerdictFields empty(Words words) {
    return new VerdictFields(
        0,
        new FindingFields("", List.of()),
        new MeasureFields("", Sanction.Kind.NONE.word(), Sanction.Kind.NONE.word(), "", ""),
        new ReasonFields("terms", "", words.explanations().draftForSeveral()),
        "",
        List.of());
  }

  /// Returns the sent values as hidden fields.
  static List<Field> fields(VerdictForm form, List<String> cases) {
    VerdictFields sent = form.fields();
    MeasureFields measures = sent.measures();
    Map<String, String> single = new TreeMap<>(Map.of(
        "verdict", form.button(),
        "category", sent.finding().category(),
        "content", measures.content(),
        "account", measures.account(),
        "days", measures.days(),
        "countries", measures.countries(),
        "ground", sent.reasons().ground(),
        "reference", sent.reasons().reference(),
        "explanation", sent.reasons().explanation()));
    List<Field> fields = new ArrayList<>();
    single.forEach((name, value) -> fields.add(new Field(name, value)));
    sent.finding().keywords().forEach(keyword -> fields.add(new Field("keywords", keyword)));
    cases.forEach(each -> fields.add(new Field("cases", each)));
    return fields;
  }
}
