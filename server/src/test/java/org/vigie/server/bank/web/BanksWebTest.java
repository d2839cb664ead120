package org.vigie.server.bank.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;

@ServerTest
final class BanksWebTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
  private static final String CATEGORY = "terrorist-content";

  private final MockMvc http;
  private final BankPages pages;
  private final String name = "BANK_" + NUMBER.incrementAndGet();
  private final String bank = "/api/v1/banks/" + name;

  @Autowired
  BanksWebTest(MockMvc http) {
    this.http = http;
    this.pages = new BankPages(http);
  }

  @BeforeEach
  void createABank() throws Exception {
    byKey(post("/api/v1/banks"), "{\"name\":\"%s\",\"category\":\"%s\"}".formatted(name, CATEGORY))
        .andExpect(status().isCreated())
        .andExpect(header().string("ETag", "\"1\""))
        .andExpect(jsonPath("$.radius").value(31))
        .andExpect(jsonPath("$.enabled_share").value(1.0));
  }

  @Test
  void bank_editedWithTheVersionThatWasSeen_isChangedOnce() throws Exception {
    String body = "{\"name\":\"%s\",\"category\":\"%s\",\"radius\":20}".formatted(name, CATEGORY);

    byKey(put(bank).header("If-Match", "\"1\""), body)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version").value(2));
    byKey(put(bank).header("If-Match", "\"1\""), body)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.type").value("/problems/changed-meanwhile"))
        .andExpect(jsonPath("$.version").value(2));
    byKey(put(bank), body).andExpect(status().isPreconditionRequired());
  }

  @Test
  void bank_onItsPageAndInItsForm_hasACategoryWithAName() throws Exception {
    assertThat(pages.inFrench("/banks/" + name))
        .contains("<a href=\"/policy#terrorist-content\">Contenus à caractère terroriste</a>");
    assertThat(pages.inFrench("/banks")).contains(">Contenus à caractère terroriste</td>");
    assertThat(pages.inFrench("/banks/" + name + "/edit"))
        .contains("<optgroup label=")
        .contains(
            "<option value=\"terrorist-content\" selected>Contenus à caractère terroriste</option>");
  }

  @Test
  void bank_ofABadField_isRefusedNamingIt() throws Exception {
    byKey(
            post("/api/v1/banks"),
            "{\"name\":\"X\",\"category\":\"%s\",\"radius\":64}".formatted(CATEGORY))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("radius"));
  }

  @Test
  void member_addedDisputedAndFound_isReadBack() throws Exception {
    String added = byKey(
            post(bank + "/members"),
            "{\"member\":\"case-1\",\"signals\":[{\"type\":\"md5\",\"value\":\"%s\"}]}"
                .formatted(MD5))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.status").value("active"))
        .andReturn()
        .getResponse()
        .getHeader("Location");

    byKey(post(added + "/status"), "{\"status\":\"disputed\",\"reason\":\"not sure\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("disputed"));
    pages
        .read(bank + "/members?signal=md5:" + MD5 + "&status=disputed")
        .andExpect(jsonPath("$.members[0].member").value("case-1"));
    pages
        .read(added + "/history")
        .andExpect(jsonPath("$.history[1].act").value("disputed"))
        .andExpect(jsonPath("$.history[1].reason").value("not sure"));
  }

  @Test
  void member_ofABadSignal_isRefusedNamingIt() throws Exception {
    byKey(post(bank + "/members"), "{\"signals\":[{\"type\":\"md5\",\"value\":\"zz\"}]}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("signals[0].value"));
  }

  @Test
  void file_imported_isCountedAndExported() throws Exception {
    String location = http.perform(post(bank + "/imports")
            .with(TestCallers.key(Scope.BANKS_WRITE))
            .contentType("text/csv")
            .content("signal_type,value,member\nmd5," + MD5 + ",case-1\n"))
        .andExpect(status().isAccepted())
        .andReturn()
        .getResponse()
        .getHeader("Location");
    while (!pages
        .read(location)
        .andReturn()
        .getResponse()
        .getContentAsString()
        .contains("\"done\"")) {
      Thread.onSpinWait();
    }

    pages.read(location).andExpect(jsonPath("$.added").value(1));
    assertThat(pages.read(bank + "/export").andReturn().getResponse().getContentAsString())
        .contains("md5," + MD5 + ",case-1,,,active,,,");
  }

  @Test
  void writing_withAReadingKey_isRefused() throws Exception {
    http.perform(post("/api/v1/banks")
            .with(TestCallers.key(Scope.BANKS_READ))
            .contentType("application/json")
            .content("{}"))
        .andExpect(status().isForbidden());
  }

  @Test
  void pages_ofABankAndItsMembers_showThemInBothLanguages() throws Exception {
    String member = http.perform(post("/banks/" + name + "/members")
            .with(TestCallers.person(Role.LIST_MANAGER))
            .with(csrf())
            .param("signals", "md5:" + MD5)
            .param("reference", "case-<1>")
            .param("source", "")
            .param("category", "")
            .param("note", ""))
        .andExpect(status().isSeeOther())
        .andReturn()
        .getResponse()
        .getHeader("Location");

    assertThat(pages.page("/banks")).contains(name);
    assertThat(pages.page("/banks/" + name)).contains("case-&lt;1&gt;").contains("Import");
    assertThat(pages.page("/banks/" + name + "?lang=fr")).contains("Exporter en CSV");
    assertThat(pages.page(member)).contains(MD5).contains("Withdraw");
    assertThat(pages.page("/banks/new")).contains("name=\"radius\"");
    assertThat(pages.page("/banks/" + name + "/edit")).contains(CATEGORY);
    assertThat(pages.page("/banks/" + name + "/members/new")).contains("name=\"signals\"");
  }

  @Test
  void member_withdrawnOnItsPage_needsAReason() throws Exception {
    String member = byKey(
            post(bank + "/members"),
            "{\"signals\":[{\"type\":\"md5\",\"value\":\"%s\"}]}".formatted(MD5))
        .andReturn()
        .getResponse()
        .getHeader("Location");
    String page = String.valueOf(member).replace("/api/v1", "");

    decide(page, "").andExpect(status().isUnprocessableContent());
    decide(page, "wrong").andExpect(status().isSeeOther());
    assertThat(pages.page(page)).contains("withdrawn").contains("wrong");
  }

  @Test
  void bankForm_withABadField_isShownAgainWithWhatIsWrong() throws Exception {
    String again = http.perform(post("/banks")
            .with(TestCallers.person(Role.LIST_MANAGER))
            .with(csrf())
            .param("name", "lower case")
            .param("kind", "positive")
            .param("category", CATEGORY)
            .param("radius", "99")
            .param("quality", "50")
            .param("share", "100")
            .param("provenance", "")
            .param("version", "0"))
        .andExpect(status().isUnprocessableContent())
        .andReturn()
        .getResponse()
        .getContentAsString();

    assertThat(again).contains("lower case").contains("from 0 to 63").contains("Capitals");
  }

  @Test
  void member_thatCannotBePdq_isRefusedWithItsField() throws Exception {
    String value = "1" + "0123456789abcdef".repeat(4).substring(1);
    byKey(
            post(bank + "/members"),
            "{\"signals\":[{\"type\":\"pdq\",\"value\":\"%s\"}]}".formatted(value))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("signals[0].value"));
    String shown = http.perform(post("/banks/" + name + "/members")
            .with(TestCallers.person(Role.LIST_MANAGER))
            .with(csrf())
            .param("signals", "pdq:" + value)
            .param("reference", "")
            .param("source", "")
            .param("category", "")
            .param("note", ""))
        .andExpect(status().isUnprocessableContent())
        .andReturn()
        .getResponse()
        .getContentAsString();
    assertThat(shown).contains("more than 128 of its bits are set");
  }

  @Test
  void bank_isClosedOnlyByItsTypedName_andReopenedFromTheList() throws Exception {
    String page = shown("/banks/" + name);
    String version = page.replaceAll("(?s).*/close\".*?name=\"version\" value=\"(\\d+)\".*", "$1");
    assertThat(page).contains("Close " + name, "Type " + name + " to close it");
    close(version, name.toLowerCase(Locale.ROOT)).andExpect(redirectedUrl("/banks/" + name));
    assertThat(shown("/banks")).contains("/banks/" + name + "\"");

    close(version, name).andExpect(redirectedUrl("/banks"));
    String banks = shown("/banks");
    assertThat(banks).contains("Closed banks", "Reopen " + name);
    Matcher reopen = Pattern.compile(
            "(?s)action=\"(/banks/closed/\\d+/reopen)\".*?name=\"version\" value=\"(\\d+)\"")
        .matcher(banks);
    assertThat(reopen.find()).isTrue();
    http.perform(post(reopen.group(1))
            .with(TestCallers.person(Role.LIST_MANAGER))
            .with(csrf())
            .param("version", reopen.group(2)))
        .andExpect(redirectedUrl("/banks/" + name));
    assertThat(shown("/banks/" + name)).contains(name);
  }

  private ResultActions close(String version, String typed) throws Exception {
    return http.perform(post("/banks/" + name + "/close")
        .with(TestCallers.person(Role.LIST_MANAGER))
        .with(csrf())
        .param("version", version)
        .param("typed", typed));
  }

  private String shown(String address) throws Exception {
    return http.perform(get(address).with(TestCallers.person(Role.LIST_MANAGER)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void reviewer_seesBanksButNoForms() throws Exception {
    String shown = http.perform(get("/banks/" + name).with(TestCallers.person(Role.REVIEWER)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();

    assertThat(shown).contains(name).doesNotContain("/close").doesNotContain("/imports\"");
  }

  private ResultActions decide(String page, String reason) throws Exception {
    return http.perform(post(page + "/status")
        .with(TestCallers.person(Role.LIST_MANAGER))
        .with(csrf())
        .param("status", "withdrawn")
        .param("reason", reason));
  }

  private ResultActions byKey(AbstractMockHttpServletRequestBuilder<?> request, String body)
      throws Exception {
    return http.perform(request
        .with(TestCallers.key(Scope.BANKS_WRITE))
        .contentType("application/json")
        .content(body));
  }
}
