package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderedPipelineTest {
  @Test
  void results_firstInputSlowest_comeInTheOrderOfTheInputs() throws InterruptedException {
    CountDownLatch othersDone = new CountDownLatch(9);
    List<Integer> results = new ArrayList<>();
    new OrderedPipeline<Integer, Integer>(2, input -> slowIfFirst(input, othersDone), results::add)
        .run(IntStream.range(0, 10).iterator());
    assertThat(results).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  private static int slowIfFirst(int input, CountDownLatch othersDone) throws InterruptedException {
    if (input == 0) {
      othersDone.await();
    } else {
      othersDone.countDown();
    }
    return input;
  }

  @Test
  void inputs_farMoreThanTheWindow_areNotReadAhead() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    List<Integer> ahead = Collections.synchronizedList(new ArrayList<>());
    Iterator<Integer> inputs =
        IntStream.range(0, 10_000).peek(i -> ahead.add(i - done.get())).iterator();
    new OrderedPipeline<Integer, Integer>(2, input -> input, result -> done.incrementAndGet())
        .run(inputs);
    assertThat(done).hasValue(10_000);
    assertThat(Collections.max(ahead)).isLessThanOrEqualTo(130);
  }

  @Test
  void work_throws_endsTheRun() {
    OrderedPipeline<Integer, Integer> pipeline =
        new OrderedPipeline<>(2, input -> 1 / input, result -> {});
    assertThatIllegalStateException()
        .isThrownBy(() -> pipeline.run(List.of(0).iterator()))
        .withCauseInstanceOf(ArithmeticException.class);
  }
}
