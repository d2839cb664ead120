package org.vigie.server.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.ServerTest;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.EmailAddress;

/// The limits of strangers through a proxy on this machine, from which all requests then come.
@ServerTest
@TestPropertySource(properties = "vigie.access.base-url=https://vigie.example.org")
final class SignInBehindProxyTest {
  private static final String TOO_MANY = "Too many failed attempts";

  private final MockMvc http;

  private final SignInThrottle throttle;

  @Autowired
  SignInBehindProxyTest(MockMvc http, SignInThrottle throttle) {
    this.http = http;
    this.throttle = throttle;
  }

  /// As nginx passes requests on with only an address configured.
  private static final RequestPostProcessor PASSED_ON = request -> {
    request.setRemoteAddr("127.0.0.1");
    request.setServerName("127.0.0.1");
    return request;
  };

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/hma/c/banks"})
  void call_withoutKey_isUnauthenticated(String path) throws Exception {
    http.perform(get(path).with(PASSED_ON)).andExpect(status().isUnauthorized());
  }

  @Test
  void bank_madeWithoutKey_isRefused() throws Exception {
    http.perform(post("/hma/c/banks")
            .with(PASSED_ON)
            .contentType("application/json")
            .content("{\"name\":\"STRANGER\"}"))
        .andExpect(status().isUnauthorized());
  }

  private void throttle(String address) {
    CallerAddress from = new CallerAddress(Optional.of(address));
    for (int failed = 0; failed < 60; failed++) {
      throttle.take(new EmailAddress("x" + failed + "@example.org"), from);
    }
  }

  private String signIn(String account, String... forwardedFor) throws Exception {
    MockHttpServletRequestBuilder request = post("/sign-in")
        .with(PASSED_ON)
        .with(csrf())
        .param("email", account + "@example.org")
        .param("password", "no such password")
        .param("code", "000000");
    for (String value : forwardedFor) {
      request.header("X-Forwarded-For", value);
    }
    MockHttpServletResponse answer = http.perform(request).andReturn().getResponse();
    String page = answer.getContentAsString();
    assertThat(answer.getStatus()).isEqualTo(page.contains(TOO_MANY) ? 429 : 401);
    return page;
  }

  @Test
  void failures_ofOneStranger_slowDownThatStrangerOnly() throws Exception {
    throttle("203.0.113.5");
    throttle("127.0.0.1");
    assertThat(signIn("a", "203.0.113.5")).contains(TOO_MANY);
    assertThat(signIn("b", "198.51.100.1, 203.0.113.5")).contains(TOO_MANY);
    assertThat(signIn("c", "198.51.100.1", "203.0.113.5")).contains(TOO_MANY);
    assertThat(signIn("d", "203.0.113.5, 198.51.100.1")).doesNotContain(TOO_MANY);
    assertThat(signIn("e")).doesNotContain(TOO_MANY);
  }

  @Test
  void failures_ofOneIpv6Network_countTogether() throws Exception {
    throttle("2001:db8:1:2::1");
    assertThat(signIn("g", "2001:db8:1:2:ffff::7")).contains(TOO_MANY);
    assertThat(signIn("h", "[2001:db8:1:2:aaaa::7]:4711")).contains(TOO_MANY);
    assertThat(signIn("i", "2001:db8:1:3::1")).doesNotContain(TOO_MANY);
  }

  @Test
  void address_forwardedByAStranger_countsForNothing() throws Exception {
    throttle("192.0.2.77");
    MockHttpServletRequestBuilder request = post("/sign-in")
        .with(csrf())
        .with(received -> {
          received.setRemoteAddr("192.0.2.77");
          return received;
        })
        .header("X-Forwarded-For", "198.51.100.2")
        .param("email", "f@example.org");
    assertThat(http.perform(request).andReturn().getResponse().getContentAsString())
        .contains(TOO_MANY);
  }
}
