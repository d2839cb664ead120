package org.vigie.server.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The types of the frame.
final class ProblemTypesTest {
  @Test
  void types_ofTheFrame_haveSlugsOfTheirOwn() {
    assertThat(ProblemType.OF_THE_FRAME).extracting(ProblemType::slug).doesNotHaveDuplicates();
  }

  @Test
  void types_asConstants_areAllListed() {
    var constants = Stream.of(ProblemType.class.getFields())
        .filter(field -> field.getType() == ProblemType.class)
        .map(field -> {
          try {
            return field.get(null);
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        });

    assertThat(constants).containsExactlyInAnyOrderElementsOf(ProblemType.OF_THE_FRAME);
  }
}
