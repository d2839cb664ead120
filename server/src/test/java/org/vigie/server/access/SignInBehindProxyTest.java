package org.vigie.server.access;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.ServerTest;

/// What strangers may do through a proxy on this machine, from which all requests then come.
@ServerTest
@TestPropertySource(properties = "vigie.access.base-url=https://vigie.example.org")
final class SignInBehindProxyTest {
  private final MockMvc http;

  @Autowired
  SignInBehindProxyTest(MockMvc http) {
    this.http = http;
  }

  /// As nginx passes requests on when it is told an address and nothing else.
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
}
