package org.vigie.server.enforcement.planning;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Texts;
import org.vigie.server.policy.Explanations;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.review.Decision;
import org.vigie.server.review.Verdict;

/// The text for a person about a decision: the words of the reviewer, or those of the policy in
/// all languages, as it is not known which of them the person reads.
final class DecisionTexts {
  private static final String CORRECTION = "enforcement.notification.undone";

  private final Policies policies;
  private final MessageSource messages;

  DecisionTexts(Policies policies, MessageSource messages) {
    this.policies = policies;
    this.messages = messages;
  }

  /// Returns why a decision was made.
  String of(Decision decision) {
    return switch (decision.verdict()) {
      case Verdict.NoViolation _ -> "";
      case Verdict.Violation violation -> of(decision, violation);
    };
  }

  private String of(Decision decision, Verdict.Violation violation) {
    PolicyCatalogue policy = policies
        .find(decision.decider().revision())
        .orElseThrow(() -> new IllegalStateException("a decision names no known policy"));
    return inAllLanguages(texts ->
        new Explanations(texts).explanation(policy, violation.category(), violation.explanation()));
  }

  /// Returns that measures no longer hold.
  String correction() {
    return inAllLanguages(texts -> texts.get(CORRECTION));
  }

  private String inAllLanguages(Function<Texts, String> text) {
    return Arrays.stream(Language.values())
        .map(language -> text.apply(new Texts(language, messages)))
        .distinct()
        .collect(Collectors.joining("\n\n"));
  }
}
