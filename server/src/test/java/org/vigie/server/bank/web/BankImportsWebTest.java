package org.vigie.server.bank.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;

/// Files that are imported into banks: what their pages and calls say of them.
@ServerTest
final class BankImportsWebTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
  private static final String SHA256 =
      "cebbbeb9c6d7c8fc80a40c98de6696b6b763e60c348ec3d8d477f3597d18b7b9";

  private final MockMvc http;
  private final BankPages pages;
  private final String name = "IMPORTS_" + NUMBER.incrementAndGet();
  private final String bank = "/api/v1/banks/" + name;

  @Autowired
  BankImportsWebTest(MockMvc http) {
    this.http = http;
    this.pages = new BankPages(http);
  }

  @BeforeEach
  void createABank() throws Exception {
    http.perform(post("/api/v1/banks")
            .with(TestCallers.key(Scope.BANKS_WRITE))
            .contentType("application/json")
            .content("{\"name\":\"%s\",\"category\":\"terrorist-content\"}".formatted(name)))
        .andExpect(status().isCreated());
  }

  @Test
  void file_uploadedOnThePage_leadsToItsProgress() throws Exception {
    MockMultipartFile file = new MockMultipartFile(
        "file", "list.txt", "text/plain", "zz\n".getBytes(StandardCharsets.UTF_8));
    String progress = http.perform(multipart("/banks/" + name + "/imports")
            .file(file)
            .with(TestCallers.person(Role.LIST_MANAGER))
            .with(csrf().asHeader()))
        .andExpect(status().isSeeOther())
        .andReturn()
        .getResponse()
        .getHeader("Location");
    while (!pages.page(progress).contains("refused")) {
      Thread.onSpinWait();
    }

    assertThat(pages.page(progress))
        .contains("Nothing was imported", ">The value has")
        .doesNotContain("data-progress=");
    http.perform(get(progress + "/progress").with(TestCallers.person(Role.LIST_MANAGER)))
        .andExpect(jsonPath("$.over").value(true))
        .andExpect(jsonPath("$.percent").value(100))
        .andExpect(jsonPath("$.rows").value("0"));
    assertThat(pages.inFrench(progress)).contains(">La valeur a");
    pages
        .read("/api/v1" + progress)
        .andExpect(jsonPath("$.bad_lines[0].line").value(1))
        .andExpect(jsonPath("$.bad_lines[0].defect").value("wrong-length"))
        .andExpect(jsonPath("$.bad_lines[0].reason").value(containsString("found 2 characters")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          true  | one line of several | <M>;<M>;zz
          false | no sound line       | zz
          false | columns             | signal_type,colour;md5,red
          false | quotes              | signal_type,value;md5,<M>;md5,"<M>
          false | bare type           | <S>;<S>
          """)
  void fileWithDefects_isAdvisedToSkipLines_onlyWhereThatHelps(
      boolean helps, String kind, String file) throws Exception {
    String content =
        file.replace(';', '\n').replace("<M>", MD5).replace("<S>", SHA256).concat("\n");
    String progress = http.perform(post(bank + "/imports")
            .with(TestCallers.key(Scope.BANKS_WRITE))
            .contentType("text/plain")
            .content(content))
        .andExpect(status().isAccepted())
        .andReturn()
        .getResponse()
        .getHeader("Location");
    String shown = String.valueOf(progress).replace("/api/v1", "");
    while (!pages.page(shown).contains("refused")) {
      Thread.onSpinWait();
    }
    assertThat(pages.page(shown).contains("Skip bad lines")).as(kind).isEqualTo(helps);
    if (kind.equals("bare type")) {
      pages
          .read(String.valueOf(progress))
          .andExpect(jsonPath("$.bad_lines[0].reason").value(containsString("(type=sha256)")));
    }
  }

  @Test
  void file_withItsTypeAndBadLinesToSkip_isImportedAndSaysSo() throws Exception {
    String file = SHA256 + "\n" + MD5 + "\nzz\n";
    String progress = http.perform(post(bank + "/imports?type=sha256&skip_bad_lines=true")
            .with(TestCallers.key(Scope.BANKS_WRITE))
            .contentType("text/plain")
            .content(file))
        .andExpect(status().isAccepted())
        .andExpect(jsonPath("$.type").value("sha256"))
        .andExpect(jsonPath("$.skip_bad_lines").value(true))
        .andReturn()
        .getResponse()
        .getHeader("Location");
    String shown = String.valueOf(progress).replace("/api/v1", "");
    while (!pages.page(shown).contains("bad lines skipped: 1")) {
      Thread.onSpinWait();
    }

    assertThat(pages.page(shown)).contains("one value per line", "Bad lines that were skipped: 1.");
    assertThat(pages.inFrench(shown)).contains("Lignes erronées ignorées");
    pages
        .read(String.valueOf(progress))
        .andExpect(jsonPath("$.state").value("done"))
        .andExpect(jsonPath("$.read_as").value("plain"))
        .andExpect(jsonPath("$.added").value(2))
        .andExpect(jsonPath("$.skipped").value(1))
        .andExpect(jsonPath("$.bad_lines[0].line").value(3));
    http.perform(post(bank + "/imports?type=md5")
            .with(TestCallers.key(Scope.BANKS_WRITE))
            .contentType("text/plain")
            .content(file))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("type"));
  }
}
