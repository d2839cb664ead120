package org.vigie.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.access.store.ThrottleStore;

/// What an address may do before anybody has signed in.
@ServerTest
final class SignInThrottleTest {
  private final MockMvc http;
  private final JdbcClient jdbc;

  @Autowired
  SignInThrottleTest(MockMvc http, JdbcClient jdbc) {
    this.http = http;
    this.jdbc = jdbc;
  }

  private int askForPasskey(String address) throws Exception {
    return http.perform(post("/sign-in/passkey/options").with(csrf()).with(request -> {
          request.setRemoteAddr(address);
          return request;
        }))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private int sessions() {
    return jdbc.sql("select count(*) from access.spring_session")
        .query(Integer.class)
        .single();
  }

  @Test
  void passkeys_askedForTooOften_makeNoMoreSessions() throws Exception {
    for (int asked = 0; asked < 100; asked++) {
      assertThat(askForPasskey("192.0.2.50")).isEqualTo(200);
    }
    int before = sessions();
    assertThat(askForPasskey("192.0.2.50")).isEqualTo(429);
    assertThat(sessions()).isEqualTo(before);
    assertThat(askForPasskey("192.0.2.51")).isEqualTo(200);
  }

  @Test
  void address_ofSomebodyWhoSignedIn_getsBackTheirOwnAttemptOnly() {
    Instant[] now = {Instant.parse("2030-01-01T00:00:00Z")};
    SignInThrottle throttle = new SignInThrottle(new ThrottleStore(jdbc), () -> now[0]);
    Optional<String> address = Optional.of("192.0.2.60");
    for (int failed = 1; failed <= 48; failed++) {
      assertThat(throttle.take(new EmailAddress("n" + failed + "@example.org"), address))
          .isInstanceOf(SignInThrottle.Leave.Given.class);
    }
    SignInThrottle.Leave own = throttle.take(new EmailAddress("own@example.org"), address);
    now[0] = now[0].plusSeconds(1);
    SignInThrottle.Leave later = throttle.take(new EmailAddress("later@example.org"), address);
    throttle.succeeded((SignInThrottle.Leave.Given) own);
    assertThat(throttle.take(new EmailAddress("next@example.org"), address))
        .as("the wait that the later attempt began stays")
        .isInstanceOf(SignInThrottle.Leave.Refused.class);
    throttle.succeeded((SignInThrottle.Leave.Given) later);
    assertThat(throttle.take(new EmailAddress("last@example.org"), address))
        .as("the attempt that began the wait did not fail")
        .isInstanceOf(SignInThrottle.Leave.Given.class);
  }
}
