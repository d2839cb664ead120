package org.vigie.server.review.deciding;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import org.vigie.server.policy.Measure;

/// The measures of a verdict that call for caution, and why.
///
/// @param cautions at least one
/// @param measures all of the verdict that do something
public record Impact(Set<Caution> cautions, List<Measure> measures) {
  public Impact {
    cautions = Set.copyOf(cautions);
    measures = List.copyOf(measures);
  }

  /// Returns a text by which a person confirms exactly this: the same for the same cautions and
  /// measures, and another one for any others.
  public String mark() {
    String reasons = cautions.stream().sorted().map(Enum::name).collect(joining(","));
    return measures.stream().map(Measure::mark).sorted().collect(joining(";", reasons + ";", ""));
  }
}
