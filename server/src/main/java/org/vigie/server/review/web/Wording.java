package org.vigie.server.review.web;

import java.time.InstantSource;
import org.vigie.server.frame.Frame;
import org.vigie.server.frame.Texts;
import org.vigie.server.messenger.Messengers;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.review.Decision;

/// Finds the words for a page: under the policy that holds, at the time it is asked for.
final class Wording {
  private final Policies policies;
  private final Messengers messengers;
  private final InstantSource clock;

  Wording(Policies policies, Messengers messengers, InstantSource clock) {
    this.policies = policies;
    this.messengers = messengers;
    this.clock = clock;
  }

  Words in(Frame frame) {
    return in(frame.texts());
  }

  Words in(Texts texts) {
    return new Words(texts, policies.current(), messengers, clock.instant());
  }

  /// Returns the words of a decision: under the policy under which it was made.
  Words of(Decision decision, Words words) {
    return words.under(policies.find(decision.decider().revision()).orElseGet(policies::current));
  }

  PolicyCatalogue policy() {
    return policies.current();
  }
}
