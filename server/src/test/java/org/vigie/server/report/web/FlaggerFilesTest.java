package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.People;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.flagging.FlaggerRegister;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tables and reports as spreadsheets and hotlines write them.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FlaggerFilesTest {
  private static final Path FILES = Path.of("src/test/vectors/notices");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final MockMvc http;
  private final Notices notices;
  private RequestPostProcessor key = request -> request;

  @Autowired
  FlaggerFilesTest(MockMvc http, Notices notices) {
    this.http = http;
    this.notices = notices;
  }

  @BeforeAll
  void makeHotline(
      @Autowired FlaggerRegister flaggers, @Autowired People people, @Autowired ApiKeys keys) {
    key = MadeUpHotline.make(flaggers, people, keys).key();
  }

  private ResultActions table(byte[] table) throws Exception {
    return http.perform(post("/api/v1/flagger/notices?good_faith=true")
        .contentType("text/csv")
        .content(table)
        .with(key));
  }

  private ResultActions json(String body) throws Exception {
    return http.perform(post("/api/v1/flagger/notices")
        .contentType(MediaType.APPLICATION_JSON)
        .content(body)
        .with(key));
  }

  private static byte[] file(String name) throws Exception {
    return Files.readAllBytes(FILES.resolve(name));
  }

  /// Returns a report of the files with an identifier of its own.
  private static String report(String name) throws Exception {
    return Files.readString(FILES.resolve(name))
        .replaceAll("\"report_id\": \"[^\"]+\"", "\"report_id\": \"" + UUID.randomUUID() + "\"");
  }

  private Claim claim(ResultActions answer, int index) throws Exception {
    JsonNode results =
        JSON.readTree(answer.andReturn().getResponse().getContentAsString()).path("results");
    String id = results.path(index).path("notice_id").asString();
    return notices.find(new NoticeId(UUID.fromString(id))).orElseThrow().claim();
  }

  @Test
  void table_withAByteOrderMark_isTwoNotices() throws Exception {
    ResultActions answer =
        table(file("notices-excel-bom.csv")).andExpect(status().isOk());
    answer.andExpect(jsonPath("$.results.length()").value(2));
    assertThat(claim(answer, 0).category()).isEqualTo(new CategoryKey("phishing"));
    assertThat(claim(answer, 0).explanation()).isEqualTo("Page that copies a bank, seen 3 times");
    assertThat(claim(answer, 1).explanation()).isEqualTo("Zweite Zeile mit Umlaut ä");
    assertThat(claim(answer, 1).reported().getFirst().address()).contains("https://x.example/2");
  }

  @Test
  void table_withSemicolons_isANotice() throws Exception {
    ResultActions answer =
        table(file("notices-semicolon.csv")).andExpect(status().isOk());
    answer.andExpect(jsonPath("$.results.length()").value(1));
    assertThat(claim(answer, 0).explanation()).isEqualTo("Copies the page of a bank");
    assertThat(claim(answer, 0).reported().getFirst().address())
        .contains("https://bank-copy.example/3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "category\texplanation\taddress\nphishing\tA, b; c\thttps://x.example/%s\n",
        "sep=;\r\ncategory;explanation;address\r\nphishing;A, b; c;https://x.example/%s\r\n",
        "category;explanation;address;;\r\nphishing;\"A, b; c\";https://x.example/%s;;\r\n;;;;\r\n",
        "\r\n;;\r\ncategory;explanation;address\r\n\r\nphishing;\"A, b; c\";https://x.example/%s\r\n",
        "\"category\",\"explanation\",\"address\"\n\"phishing\",\"A, b; c\",\"https://x.example/%s\"\n,,\n",
      })
  void table_asASpreadsheetSavesIt_isANotice(String table) throws Exception {
    String read = table.startsWith("sep") ? table.replace(";A, b; c;", ";\"A, b; c\";") : table;
    ResultActions answer = table(read.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8))
        .andExpect(status().isOk());
    answer.andExpect(jsonPath("$.results.length()").value(1));
    assertThat(claim(answer, 0).explanation()).isEqualTo("A, b; c");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, true, UTF-16",
    "UTF-16BE, true, UTF-16",
    "UTF-16LE, false, UTF-16",
    "UTF-16BE, false, UTF-16",
    "ISO-8859-1, false, not in UTF-8",
  })
  void table_inAnotherEncoding_isNamedInWords(String charset, boolean mark, String words)
      throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String text = "category,explanation,address\nphishing,Umlaut ä,https://x.example/e\n";
    bytes.write(((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset)));
    table(bytes.toByteArray())
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail").value(containsString(words)))
        .andExpect(jsonPath("$.detail").value(containsString("CSV UTF-8")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "category,category,explanation\nphishing,phishing,x\n",
        "category|explanation\nphishing|x\n",
        "",
        "\n\n",
        "phishing,x,https://x.example/1\n",
      })
  void table_withoutTheNamesOfItsColumns_isRefusedInWords(String table) throws Exception {
    table(table.getBytes(StandardCharsets.UTF_8))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail").value(containsString("The first line names the columns")));
  }

  @Test
  void table_withAValueBeyondItsColumns_isRefused() throws Exception {
    table("category,explanation,\nphishing,x,lost\n".getBytes(StandardCharsets.UTF_8))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.detail").value(containsString("different lengths")));
  }

  @Test
  void table_withARefusedLine_namesTheLineOfTheFile() throws Exception {
    table("""
            category;explanation;address

            phishing;"Two
            lines";https://x.example/good
            ;;
            phishing;Bad;nowhere
            """.getBytes(StandardCharsets.UTF_8))
        .andExpect(status().isMultiStatus())
        .andExpect(jsonPath("$.results[0].line").value(3))
        .andExpect(jsonPath("$.results[1].line").value(6))
        .andExpect(jsonPath("$.results[1].problem").value("/problems/invalid-field"))
        .andExpect(jsonPath("$.results[1].field").value("reported[0].address"));
  }

  @Test
  void batch_ofWhichNoneIsTaken_isNoSuccess() throws Exception {
    table("category,explanation,address\nphishing,x,nowhere\n".getBytes(StandardCharsets.UTF_8))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.type").value("/problems/no-notice-taken"))
        .andExpect(jsonPath("$.results[0].line").value(2))
        .andExpect(jsonPath("$.results[0].field").value("reported[0].address"))
        .andExpect(jsonPath("$.results[0].mistake").doesNotExist());
  }

  @Test
  void xarf_withTextAsEvidence_keepsItInTheExplanation() throws Exception {
    ResultActions answer = json(report("xarf-csam-text-evidence.json"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.results[0].evidence_dropped").doesNotExist());
    assertThat(claim(answer, 0).category())
        .isEqualTo(new CategoryKey("child-sexual-abuse-material"));
    assertThat(claim(answer, 0).explanation())
        .contains("classification: B1", "detection_method: hash_match")
        .contains("evidence: note of our desk: note");
  }

  @Test
  void xarf_withAnEmptyListOfEvidence_isTaken() throws Exception {
    ResultActions answer = json(report("xarf-csam-empty-evidence.json"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.results[0].evidence_dropped").doesNotExist());
    assertThat(claim(answer, 0).category())
        .isEqualTo(new CategoryKey("child-sexual-abuse-material"));
  }

  @Test
  void xarf_aboutExploitation_isOfTheCategoryThatItSays() throws Exception {
    ResultActions answer =
        json(report("xarf-csem-distribution.json")).andExpect(status().isOk());
    assertThat(claim(answer, 0).category())
        .isEqualTo(new CategoryKey("child-sexual-abuse-material"));
    assertThat(claim(answer, 0).explanation()).contains("exploitation_type: distribution");
  }

  @Test
  void xarf_aboutFraud_tellsTheScheme() throws Exception {
    ResultActions answer =
        json(report("xarf-fraud-romance.json")).andExpect(status().isOk());
    assertThat(claim(answer, 0).category()).isEqualTo(new CategoryKey("scams-and-fraud"));
    assertThat(claim(answer, 0).explanation())
        .contains("fraud_type: romance")
        .contains("scheme_description: A profile that asks for money after weeks of talk.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "csam-empty-evidence | {\"content_type\": \"image/jpeg\", \"payload\": \"AAAA\"} | 1 | child abuse",
        "csam-empty-evidence | [{\"content_type\": \"video/mp4\"}, {\"content_type\": \"text/html\"}] | 2 | child abuse",
        "csem-distribution | [{\"content_type\": \"IMAGE/PNG\", \"payload\": \"not base64\"}] | 1 | child abuse",
        "csem-distribution | [\"a text\", 7, null] | 3 | child abuse",
        "fraud-romance | [{\"content_type\": \"image/png\", \"payload\": \"AAAA\"}] | 1 | plain text",
        "fraud-romance | [{\"content_type\": \"text/plain\", \"payload\": \"AA==\"}] | 1 | plain text",
        "fraud-romance | [{\"content_type\": \"text/plain\", \"payload\": \"/w==\"}] | 1 | plain text",
      })
  void xarf_withEvidenceThatIsNoPlainText_isTakenWithoutIt(
      String file, String evidence, int count, String reason) throws Exception {
    String report = report("xarf-" + file + ".json").replace(",\n \"evidence\": []", "");
    String sent =
        report.substring(0, report.lastIndexOf('}')) + ", \"evidence\": " + evidence + "}";
    ResultActions answer = json(sent)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.results[0].evidence_dropped.count").value(count))
        .andExpect(jsonPath("$.results[0].evidence_dropped.reason").value(containsString(reason)));
    assertThat(claim(answer, 0).explanation()).doesNotContain("AAAA", "a text");
  }

  @Test
  void xarf_withMuchText_keepsSomeAndSaysHowMuchNot() throws Exception {
    String text =
        Base64.getEncoder().encodeToString("A made-up note".getBytes(StandardCharsets.UTF_8));
    String item =
        "{\"content_type\": \"text/plain; charset=utf-8\", \"payload\": \"" + text + "\"}";
    String tooLong = item.replace(text, "QUFB".repeat(20_000));
    String report = report("xarf-csam-empty-evidence.json")
        .replace("[]", "[" + String.join(",", item, item, item, item, tooLong) + "]");
    ResultActions answer = json(report)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.results[0].evidence_dropped.count").value(2));
    assertThat(claim(answer, 0).explanation().split("A made-up note", -1)).hasSize(4);
  }

  @Test
  void xarf_withMoreWordsThanAnExplanationHas_isTakenAndSaysHowManyNot() throws Exception {
    String report = report("xarf-fraud-romance.json");
    String sent = report.substring(0, report.lastIndexOf('}'))
        + ", \"description\": \"" + "d".repeat(6_000)
        + "\", \"claimed_entity\": \"" + "e".repeat(6_000)
        + "\", \"tags\": [\"seen-twice\"]}";
    ResultActions answer = json(sent)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.results[0].evidence_dropped.count").value(1))
        .andExpect(
            jsonPath("$.results[0].evidence_dropped.reason").value(containsString("10,000")));
    assertThat(claim(answer, 0).explanation())
        .contains("d".repeat(6_000), "fraud_type: romance", "tags: seen-twice")
        .doesNotContain("eee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "\uD83D\uDE42"})
  void xarf_withADescriptionThatIsTooLong_isCutBetweenCharacters(String letter) throws Exception {
    String report = report("xarf-fraud-romance.json");
    String sent = report.substring(0, report.lastIndexOf('}')) + ", \"description\": \".."
        + letter.repeat(12_000) + "\"}";
    ResultActions answer = json(sent).andExpect(status().isOk());
    String explanation = claim(answer, 0).explanation();
    assertThat(explanation).startsWith(".." + letter).endsWith(letter + " […]");
    assertThat(explanation.length()).isBetween(9_998, 10_000);
  }

  @Test
  void xarf_asAList_hasAKeyForEach() throws Exception {
    String both = "[%s, %s]"
        .formatted(report("xarf-csem-distribution.json"), report("xarf-fraud-romance.json"));
    String first = json(both)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.results.length()").value(2))
        .andReturn()
        .getResponse()
        .getContentAsString();
    String again = json(both).andReturn().getResponse().getContentAsString();
    assertThat(again).isEqualTo(first);
  }

  @Test
  void notice_withoutAListAroundIt_isTaken() throws Exception {
    json("""
            {"ground": "illegal", "category": "phishing", "explanation": "A made-up reason.",
             "surface": "public", "good_faith": true,
             "reported": [{"address": "https://chat.example.org/c/alone"}]}""")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.results.length()").value(1))
        .andExpect(jsonPath("$.results[0].notice_id").exists());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[null]", "[7]", "[[]]", "[{\"xarf_version\": 4}]"})
  void batch_ofWhatIsNoNotice_isRefusedLineByLine(String body) throws Exception {
    assertThat(List.of(400, 422)).contains(json(body).andReturn().getResponse().getStatus());
    json(body)
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.results").exists());
  }
}
