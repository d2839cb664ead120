package org.vigie.server.frame.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.vigie.server.frame.Lane;
import org.vigie.server.frame.ProblemCause;
import org.vigie.testkit.Eventually;

/// Twice as many visitors of one network as the line has room for.
final class VisitsTest {
  private static final int LINE = 2_000;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Visits visits =
      new Visits(1, request -> Optional.of(request.getRemoteAddr()), meters);
  private final CountDownLatch pageIsMade = new CountDownLatch(1);

  /// Asks for a page, whose making ends when the test says so.
  private String visit(Sends sends, String from, Runnable making) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/report");
    request.setRemoteAddr(from);
    if (sends == Sends.AN_INVENTED_SESSION) {
      request.addHeader("Cookie", "session=invented");
    }
    Lane.STRANGERS.enter();
    VisitFilter filter =
        new VisitFilter(visits, (refused, _, _) -> refused.setAttribute("refused", true));
    filter.doFilter(request, new MockHttpServletResponse(), (sent, answer) -> {
      Throwable refusal = catchThrowable(() ->
          visits.preHandle((MockHttpServletRequest) sent, new MockHttpServletResponse(), this));
      request.setAttribute("refused", refusal instanceof ProblemCause);
      if (refusal == null) {
        making.run();
      }
    });
    return Boolean.TRUE.equals(request.getAttribute("refused")) ? "refused" : "served";
  }

  enum Sends {
    NOTHING,
    AN_INVENTED_SESSION
  }

  private void waitForThePage() {
    try {
      pageIsMade.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @EnumSource
  void visitor_whileAnotherNetworkFillsTheLine_isServed(Sends sends) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> crowd = new ArrayList<>();
      for (int i = 0; i < 2 * LINE; i++) {
        crowd.add(threads.submit(() -> visit(sends, "192.0.2.1", this::waitForThePage)));
      }
      Eventually.holds(() -> waiting() == LINE && refused() == LINE - 1);
      Future<String> alone = threads.submit(() -> visit(sends, "192.0.2.2", () -> {}));
      Eventually.holds(() -> refused() == LINE);
      pageIsMade.countDown();

      assertThat(alone.get()).isEqualTo("served");
      for (Future<String> one : crowd) {
        assertThat(one.get()).isIn("served", "refused");
      }
    }
  }

  private double waiting() {
    return meters.get("vigie.visits.waiting").gauge().value();
  }

  private double refused() {
    return meters.get("vigie.visits.refused").counter().count();
  }
}
