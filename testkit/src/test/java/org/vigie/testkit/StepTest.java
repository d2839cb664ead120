package org.vigie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.testkit.Step.step;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

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
  void step_thatIsSkipped_skipsTheTest() {
    TestAbortedException skipped = new TestAbortedException("no such program here");
    assertThatThrownBy(() -> step("the program runs", () -> {
          throw skipped;
        }))
        .isSameAs(skipped);
  }

  @Test
  void step_thatIsInterrupted_leavesTheThreadInterrupted() {
    assertThatThrownBy(() -> step("the mail arrives", () -> {
          throw new InterruptedException();
        }))
        .isInstanceOf(AssertionError.class)
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void step_thatYieldsSomething_passesItOn() {
    assertThat(step("two and two are added", () -> 2 + 2)).isEqualTo(4);
  }
}
