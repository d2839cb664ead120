package org.vigie.server.frame.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;

@ServerTest
final class StyleSheetTest {
  private static final Pattern LINK = Pattern.compile("rel=\"stylesheet\" href=\"([^\"]+)\"");

  private final MockMvc http;

  @Autowired
  StyleSheetTest(MockMvc http) {
    this.http = http;
  }

  private String linked() throws Exception {
    Matcher link =
        LINK.matcher(http.perform(get("/sign-in")).andReturn().getResponse().getContentAsString());
    assertThat(link.find()).isTrue();
    String address = link.group(1);
    assertThat(link.find()).as("another style sheet").isFalse();
    return address;
  }

  @Test
  void sheet_asPagesLinkIt_holdsTheSheetsOfAllModulesAndIsKeptForAYear() throws Exception {
    String sheet = http.perform(get(linked()))
        .andExpect(status().isOk())
        .andExpect(content().contentType("text/css;charset=UTF-8"))
        .andExpect(
            header().string(HttpHeaders.CACHE_CONTROL, "max-age=31536000, private, immutable"))
        .andReturn()
        .getResponse()
        .getContentAsString();
    assertThat(sheet)
        .startsWith("/* The design sheet")
        .containsSubsequence(":root", "body {", ".places {", ".veiled {", ".case {");
  }

  @Test
  void sheet_ofAnotherVersion_isTheCurrentOneAndKeptByNobody() throws Exception {
    http.perform(get(StyleSheet.PATH + "?of-another-version"))
        .andExpect(status().isOk())
        .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-cache"));
  }

  @Test
  void sheet_thatTheBrowserHas_isNotSentAgain() throws Exception {
    String tag = Objects.requireNonNull(
        http.perform(get(linked())).andReturn().getResponse().getHeader(HttpHeaders.ETAG));

    http.perform(get(StyleSheet.PATH).header(HttpHeaders.IF_NONE_MATCH, tag))
        .andExpect(status().isNotModified());
  }
}
