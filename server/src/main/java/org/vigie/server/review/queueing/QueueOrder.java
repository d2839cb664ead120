package org.vigie.server.review.queueing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.server.policy.Category;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.policy.ReviewRules;
import org.vigie.server.policy.Severity;
import org.vigie.server.review.cases.QueueName;

/// The order in which queues are listed: by urgency, which a policy settles and no case changes.
///
/// Danger to life comes first, as its cases do. Otherwise the gravest category that a rule sends to
/// a queue counts. Of equally grave queues, those that the policy names come first, in its order;
/// then others of rules; then that of trusted flaggers, which counts as high; then that of the
/// severity itself.
public final class QueueOrder {
  private static final String TRUSTED_FLAGGERS = "trusted-flaggers";

  private final PolicyCatalogue policy;
  private final List<String> named;

  private QueueOrder(PolicyCatalogue policy) {
    this.policy = policy;
    this.named =
        policy.review().queues().stream().map(ReviewRules.NamedQueue::key).toList();
  }

  /// Returns the order of queues under a policy, the most urgent first.
  public static Comparator<QueueName> under(PolicyCatalogue policy) {
    QueueOrder order = new QueueOrder(policy);
    return Comparator.comparing(QueueOrder::isOfDanger, Comparator.reverseOrder())
        .thenComparing(order::severity, Comparator.reverseOrder())
        .thenComparingInt(order::place)
        .thenComparing(QueueName::value);
  }

  private Severity severity(QueueName queue) {
    return ofRules(queue)
        .or(() -> own(queue))
        .orElse(isOfFlaggers(queue) ? Severity.HIGH : Severity.LOW);
  }

  private Optional<Severity> ofRules(QueueName queue) {
    return policy.categories().stream()
        .filter(category -> policy
            .review()
            .of(category.key())
            .queue()
            .filter(queue.value()::equals)
            .isPresent())
        .map(Category::severity)
        .max(Comparator.naturalOrder());
  }

  private static Optional<Severity> own(QueueName queue) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.word().equals(queue.value()))
        .findFirst();
  }

  private static boolean isOfDanger(QueueName queue) {
    return queue.value().equals(ReviewRules.DANGER_QUEUE);
  }

  private static boolean isOfFlaggers(QueueName queue) {
    return queue.value().equals(TRUSTED_FLAGGERS);
  }

  private int place(QueueName queue) {
    if (own(queue).isPresent()) {
      return named.size() + 2;
    }
    int place = named.indexOf(queue.value());
    return place >= 0 ? place : named.size() + (isOfFlaggers(queue) ? 1 : 0);
  }
}
