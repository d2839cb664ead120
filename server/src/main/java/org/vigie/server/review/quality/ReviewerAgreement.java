package org.vigie.server.review.quality;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The agreement of two people who judge the same cases, corrected for chance.
///
/// Cohen's kappa is (p - e) / (1 - e), where p is the share of cases on which both agree, and e
/// the share on which they would agree by chance, given how often each gives each answer. 1 is
/// full agreement, 0 that of chance. Source: J. Cohen, A coefficient of agreement for nominal
/// scales, Educational and Psychological Measurement 20 (1960), 37-46.
///
/// @param pairs the number of cases that both judged
/// @param kappa empty if there are no pairs, or if both always give one and the same answer
public record ReviewerAgreement(int pairs, double share, OptionalDouble kappa) {
  /// The fewest cases on which a kappa says anything.
  public static final int FEWEST = 20;

  /// The answers of two people about one case, as stable words.
  public record Pair(String first, String second) {
    boolean agrees() {
      return first.equals(second);
    }
  }

  /// Returns whether there is a kappa, of enough cases to say anything.
  public boolean saysSomething() {
    return pairs >= FEWEST && kappa.isPresent();
  }

  /// Computes the agreement of some pairs.
  public static ReviewerAgreement of(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return new ReviewerAgreement(0, 0, OptionalDouble.empty());
    }
    double observed = (double) pairs.stream().filter(Pair::agrees).count() / pairs.size();
    double expected = expected(pairs);
    OptionalDouble kappa = expected == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of((observed - expected) / (1 - expected));
    return new ReviewerAgreement(pairs.size(), observed, kappa);
  }

  private static double expected(List<Pair> pairs) {
    Map<String, Long> first = count(pairs, Pair::first);
    Map<String, Long> second = count(pairs, Pair::second);
    long products = first.entrySet().stream()
        .mapToLong(entry -> entry.getValue() * second.getOrDefault(entry.getKey(), 0L))
        .sum();
    return (double) products / ((long) pairs.size() * pairs.size());
  }

  private static Map<String, Long> count(List<Pair> pairs, Function<Pair, String> who) {
    return pairs.stream().collect(Collectors.groupingBy(who, Collectors.counting()));
  }
}
