package org.vigie.server.frame;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every problem type that this server answers with: the frame's and those that modules add as
/// beans.
///
/// @param all in the order in which they are explained
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
