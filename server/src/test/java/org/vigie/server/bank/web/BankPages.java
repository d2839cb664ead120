package org.vigie.server.bank.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;

/// The pages and calls of banks, as those who keep them read them.
record BankPages(MockMvc http) {
  String page(@Nullable String path) throws Exception {
    return http.perform(get(String.valueOf(path)).with(TestCallers.person(Role.LIST_MANAGER)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  String inFrench(@Nullable String address) throws Exception {
    return http.perform(get(String.valueOf(address))
            .queryParam("lang", "fr")
            .with(TestCallers.person(Role.LIST_MANAGER)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  ResultActions read(@Nullable String path) throws Exception {
    return http.perform(get(String.valueOf(path)).with(TestCallers.key(Scope.BANKS_READ)));
  }
}
