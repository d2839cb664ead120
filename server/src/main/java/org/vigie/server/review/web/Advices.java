package org.vigie.server.review.web;

import java.util.ArrayList;
import java.util.List;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Sanction;
import org.vigie.server.review.deciding.Outlook;
import org.vigie.server.review.queueing.CaseFile;
import org.vigie.server.review.web.CasePage.Advice;
import org.vigie.server.review.web.CasePage.Fact;

/// Names the policy's recommendation about a case, and its reasons.
final class Advices {
  private static final int YEAR = 365;

  private Advices() {}

  /// Returns the facts to know before deciding.
  static Advice of(CaseFile file, Words words) {
    Outlook outlook = file.outlook();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("severity", words.severity(file.subject().route().severity()).text(), words));
    if (hasAccount(file)) {
      facts.add(fact(
          "strikes",
          words.texts().get("review.strikes", outlook.strikes(), outlook.days()),
          words));
    }
    facts.add(fact("recommended", words.explanations().measures(measures(file, words)), words));
    outlook
        .circumstances()
        .language()
        .ifPresent(language -> facts.add(fact("language", language.title(), words)));
    return new Advice(
        words.texts().get("review.policy", words.acts(measures(file, words))),
        why(file, words),
        facts,
        outlook.cautions().stream()
            .map(caution -> DecideForms.sentence(caution, outlook, words))
            .toList());
  }

  private static String why(CaseFile file, Words words) {
    String category = words
        .texts()
        .get(
            "review.policy.category",
            words.category(file.subject().category()),
            words.severity(file.subject().route().severity()).text());
    Outlook outlook = file.outlook();
    String within = outlook.days() == YEAR
        ? words.texts().get("review.policy.year")
        : words.texts().get("review.policy.days", outlook.days());
    return hasAccount(file) && !file.subject().route().isDanger()
        ? category + " " + words.texts().get("review.policy.strike", outlook.strikes() + 1, within)
        : category;
  }

  private static boolean hasAccount(CaseFile file) {
    return file.subject().subject().account().isPresent();
  }

  private static List<Measure> measures(CaseFile file, Words words) {
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure.OnContent(DecideForms.usual(file.subject(), words.policy())));
    if (DecideForms.recommended(file) instanceof Sanction.Restriction restriction) {
      measures.add(new Measure.OnAccount(restriction));
    }
    return measures;
  }

  private static Fact fact(String key, String value, Words words) {
    return new Fact(words.texts().get("review.fact." + key), value);
  }
}
