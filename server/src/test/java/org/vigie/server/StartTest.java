package org.vigie.server;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// Starts as an installation does for the second time: Flyway checks the tables.
@ServerTest
@TestPropertySource(properties = "spring.flyway.enabled=true")
final class StartTest {
  private final MockMvc http;

  @Autowired
  StartTest(MockMvc http) {
    this.http = http;
  }

  @Test
  void home_withoutSigningIn_leadsToTheWayIn() throws Exception {
    http.perform(get("/")).andExpect(status().isFound()).andExpect(redirectedUrl("/sign-in"));
  }
}
