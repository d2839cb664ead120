package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.testkit.Eventually;

/// Many who try passwords at once take few threads and no connection from the others.
@ServerTest
@Import(SignInFloodTest.StuckHashing.class)
final class SignInFloodTest {
  private static final int ATTEMPTS = 120;
  private static final int HASHING = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final int HELD = HASHING * 17;
  private static final AtomicInteger BUSY = new AtomicInteger();
  private static final CountDownLatch RELEASED = new CountDownLatch(1);

  private final MockMvc http;
  private final MeterRegistry meters;

  @Autowired
  SignInFloodTest(MockMvc http, MeterRegistry meters) {
    this.http = http;
    this.meters = meters;
  }

  /// Takes as long for a password as the test wants.
  @TestConfiguration
  static class StuckHashing {
    @Bean
    @Primary
    PasswordEncoder stuckEncoder() {
      return new PasswordEncoder() {
        @Override
        public String encode(@Nullable CharSequence password) {
          return "x";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
          BUSY.incrementAndGet();
          try {
            RELEASED.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return false;
        }
      };
    }
  }

  private MockHttpServletResponse attempt(int number) throws Exception {
    return http.perform(post("/sign-in")
            .with(csrf())
            .with(request -> {
              request.setRemoteAddr("198.51.100." + number);
              return request;
            })
            .param("email", "n" + number + "@example.org")
            .param("password", "no such password")
            .param("code", "000000"))
        .andReturn()
        .getResponse();
  }

  @Test
  @Timeout(120)
  void attempts_manyAtOnce_holdFewThreadsAndNoConnection() throws Exception {
    Map<Integer, MockHttpServletResponse> answers = new ConcurrentHashMap<>();
    try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < ATTEMPTS; number++) {
        int mine = number;
        Future<?> _ = strangers.submit(() -> answers.put(mine, attempt(mine)));
      }
      try {
        Eventually.holds(() -> answers.size() == ATTEMPTS - HELD);
        assertThat(BUSY).hasValue(HASHING);
        Eventually.holds(() -> connectionsInUse() == 0);
        http.perform(get("/health/live")).andExpect(status().isOk());
      } finally {
        RELEASED.countDown();
      }
    }
    assertThat(answers.values().stream().filter(each -> each.getStatus() == 503))
        .hasSize(ATTEMPTS - HELD);
    for (Map.Entry<Integer, MockHttpServletResponse> each : answers.entrySet()) {
      check(each.getKey(), each.getValue());
    }
  }

  private double connectionsInUse() {
    return meters.get("hikaricp.connections.active").tag("pool", "strangers").gauges().stream()
        .mapToDouble(Gauge::value)
        .sum();
  }

  private static void check(int number, MockHttpServletResponse answer) throws Exception {
    if (answer.getStatus() == 503) {
      assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
      assertThat(answer.getContentAsString())
          .contains("Many people are signing in", "value=\"n" + number + "@example.org\"")
          .doesNotContain("no such password");
    } else {
      assertThat(answer.getStatus()).isEqualTo(401);
    }
  }
}
