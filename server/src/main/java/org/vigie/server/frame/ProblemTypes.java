package org.vigie.server.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every problem type of this server: the frame's and the modules', which are beans.
///
/// @param all in the order of their explanations
public record ProblemTypes(List<ProblemType> all) {
  public ProblemTypes {
    all = List.copyOf(all);
  }

  static ProblemTypes with(Stream<ProblemType> ofModules) {
    return new ProblemTypes(
        Stream.concat(ProblemType.OF_THE_FRAME.stream(), ofModules).toList());
  }

  public Optional<ProblemType> find(String slug) {
    return all.stream().filter(type -> type.slug().equals(slug)).findFirst();
  }
}
