package org.vigie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.testkit.Step.step;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class StepTest {
  @Test
  void step_thatFails_isNamedFirst() {
    assertThatThrownBy(() -> step("the door opens", () -> {
          assertThat(1).isEqualTo(2);
        }))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("the door opens: ")
        .hasMessageContaining("2");
    assertThatThrownBy(() -> step("the letter is read", () -> {
          throw new IOException("it is wet");
        }))
        .isInstanceOf(AssertionError.class)
        .hasMessage("the letter is read: it is wet")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void step_thatYieldsSomething_passesItOn() {
    assertThat(step("two and two are added", () -> 2 + 2)).isEqualTo(4);
  }
}
