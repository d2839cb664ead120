package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;

/// People choose how they want to work.
@ServerTest
final class SettingsPagesTest {
  private static final String ADDRESS = "/review/settings";
  private static final RequestPostProcessor REVIEWER = TestCallers.person(Role.REVIEWER);

  private final MockMvc http;
  private final CategoryKey category;

  @Autowired
  SettingsPagesTest(MockMvc http, Policies policies) {
    this.http = http;
    this.category = policies.current().categories().getFirst().key();
  }

  private String page(String query) throws Exception {
    return http.perform(get(ADDRESS + query).with(REVIEWER).header("Accept-Language", "en"))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private int send(String address, String... fields) throws Exception {
    var request = post(address).with(REVIEWER).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return http.perform(request).andReturn().getResponse().getStatus();
  }

  @Test
  void veil_chosenOnThePage_isShownThereAndCanBeForgotten() throws Exception {
    assertThat(page(""))
        .contains("Muted (always, in this installation)")
        .doesNotContain("<option value=\"0\"");
    assertThat(send(ADDRESS, "category", category.value(), "blur", "4", "grey", "true"))
        .isEqualTo(302);

    assertThat(page("?category=" + category.value()))
        .contains("<option value=\"4\" selected>", "Use the setting of all others");
    assertThat(send(ADDRESS + "/forget", "category", category.value())).isEqualTo(302);
    assertThat(page("")).doesNotContain("As all others<");
  }

  @Test
  void veil_thatCannotBe_isRefused() throws Exception {
    assertThat(send(ADDRESS, "blur", "5")).isEqualTo(400);
    assertThat(send(ADDRESS, "blur", "2", "category", "no-such-harm")).isEqualTo(400);
  }

  @Test
  void category_optedOutOf_isSeenByLeadsAndCanBeTakenBack() throws Exception {
    RequestPostProcessor lead = TestCallers.person(Role.LEAD);
    assertThat(send(ADDRESS + "/opt-outs", "left", category.value())).isEqualTo(302);

    assertThat(page("")).contains("Opt back in");
    assertThat(http.perform(get("/review/lead/opt-outs").with(lead))
            .andReturn()
            .getResponse()
            .getContentAsString())
        .contains("<tbody>");
    assertThat(send(ADDRESS + "/opt-outs/remove", "left", category.value())).isEqualTo(302);
    assertThat(page("")).doesNotContain("Opt back in");
    assertThat(send(ADDRESS + "/opt-outs", "left", "no-such-harm")).isEqualTo(400);
  }

  @Test
  void filter_kept_isThereTheNextTime_andOneOnlyUsedIsNot() throws Exception {
    assertThat(list("?about=Mallory%20%26%20Co&sort=due")).contains("value=\"Mallory &amp; Co\"");
    assertThat(list("")).doesNotContain("value=\"Mallory &amp; Co\"").contains("Show all cases");
    assertThat(send("/review/filters", "name", "<mine>", "about", "Mallory & Co"))
        .isEqualTo(302);

    assertThat(list("?queue=&sort=priority")).contains("&lt;mine&gt;", "about=Mallory%20%26%20Co");
    assertThat(send("/review/filters/forget", "name", "<mine>")).isEqualTo(302);
    assertThat(list("")).doesNotContain("&lt;mine&gt;");
    assertThat(send("/review/filters", "name", "x", "sort", "sideways")).isEqualTo(400);
  }

  @Test
  void filter_withBraces_isKeptAsItWasSent() throws Exception {
    String kept = Objects.requireNonNull(http.perform(post("/review/filters")
            .with(REVIEWER)
            .with(csrf())
            .param("name", "braces")
            .param("about", "{y}"))
        .andReturn()
        .getResponse()
        .getRedirectedUrl());
    assertThat(kept).contains("about=%7By%7D");
    assertThat(list("?about=%7By%7D")).contains("value=\"{y}\"");
  }

  private String list(String query) throws Exception {
    return http.perform(
            get(URI.create("/review" + query)).with(REVIEWER).header("Accept-Language", "en"))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
