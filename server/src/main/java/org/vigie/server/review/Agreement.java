package org.vigie.server.review;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How far two people agree who judge the same cases, beyond what chance would bring about.
///
/// Cohen's kappa: (p - e) / (1 - e), where p is the share of cases about which both say the
/// same, and e the share that chance brings if each goes on saying what they say as often as
/// they do. 1 is full agreement, 0 that of chance. Source: J. Cohen, A coefficient of agreement
/// for nominal scales, Educational and Psychological Measurement 20 (1960), 37-46.
///
/// @param pairs how many cases both judged
/// @param kappa empty where there are no pairs, or both always say one and the same thing
public record Agreement(int pairs, double share, OptionalDouble kappa) {
  /// What two people say about one case, by stable words.
  public record Pair(String first, String second) {
    boolean agrees() {
      return first.equals(second);
    }
  }

  /// Returns how far some pairs agree.
  public static Agreement of(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return new Agreement(0, 0, OptionalDouble.empty());
    }
    double observed = (double) pairs.stream().filter(Pair::agrees).count() / pairs.size();
    double expected = expected(pairs);
    OptionalDouble kappa = expected == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of((observed - expected) / (1 - expected));
    return new Agreement(pairs.size(), observed, kappa);
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
