package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.evidence.EvidenceObject;
import org.vigie.server.evidence.Vault;
import org.vigie.server.report.Notice;
import org.vigie.server.report.answering.Receipts;

/// The limits of the public form: files, texts, size and pace.
final class FormLimitsTest extends FormScene {
  private final Vault vault;

  @Autowired
  FormLimitsTest(@LocalServerPort int port, Vault vault, Receipts receipts, JdbcClient jdbc) {
    super(port, receipts, jdbc);
    this.vault = vault;
  }

  @Test
  void attachments_ofAForm_areSealedAsTheyWereSent() throws Exception {
    HttpResponse<String> answer = send(legal(), List.of("first made-up file", "", "second"));
    Notice notice = received(answer);

    assertThat(get(answer.headers().firstValue("Location").orElseThrow()).body())
        .contains("a.png (18 bytes)", "a.png (6 bytes)");
    assertThat(notice.evidence()).hasSize(2);
    assertThat(notice.evidence())
        .extracting(id -> vault.find(id).orElseThrow())
        .extracting(EvidenceObject::length, object -> object.description().mediaType())
        .containsExactly(Tuple.tuple(18L, "image/png"), Tuple.tuple(6L, "image/png"));
  }

  @Test
  void attachments_tooLargeOrTooMany_areAnsweredInWords() throws Exception {
    HttpResponse<String> large = send(legal(), List.of("x".repeat(10 * 1024 * 1024 + 1)));
    assertThat(large.statusCode()).isEqualTo(422);
    assertThat(large.body()).contains("A file is too large");
    assertThat(send(legal(), List.of("a", "b", "c", "d")).body()).contains("These are too many");
  }

  @Test
  void explanation_thatIsAScript_isShownAsText() throws Exception {
    Map<String, String> form = legal();
    form.put("explanation", "</textarea><script>alert(1)</script>");
    form.put("email", "nobody");

    assertThat(send(form).body())
        .contains("&lt;/textarea&gt;&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void explanation_ofTenMegabytes_isAnsweredInWords() throws Exception {
    Map<String, String> form = legal();
    form.put("explanation", "x".repeat(10_000_000));
    HttpResponse<String> answer = send(form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("This is too long", "10,000,000 characters")
        .hasSizeLessThan(100_000);
  }

  @Test
  void explanation_withControlCharacters_isRefused() throws Exception {
    Map<String, String> form = legal();
    form.put("explanation", "zero\0byte");
    assertThat(send(form).body()).contains("signs that cannot be read");
  }

  @Test
  void form_largerThanAllFiles_isTooLarge() throws Exception {
    Map<String, String> form = legal();
    form.put("explanation", "x".repeat(45_000_000));
    assertThat(send(form).statusCode()).isEqualTo(413);
  }

  @Test
  void forms_fromOneAddress_areSlowedDownLessWhereABrowserHasWorked() throws Exception {
    int withoutWork = 0;
    while (sentOne("") && withoutWork < 30) {
      withoutWork++;
    }
    int withWork = 0;
    while (withWork < 30) {
      Map<String, String> form = form(CHILD);
      form.put("good_faith", "true");
      form.put("nonce", proof(form.getOrDefault("pass", "")));
      if (send(form).statusCode() != 303) {
        break;
      }
      withWork++;
    }

    assertThat(withoutWork).isEqualTo(4);
    assertThat(withWork).isEqualTo(20);
  }

  private boolean sentOne(String nonce) throws Exception {
    Map<String, String> form = form(CHILD);
    form.put("good_faith", "true");
    form.put("nonce", nonce);
    HttpResponse<String> answer = send(form);
    if (answer.statusCode() != 303) {
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.body()).contains("with JavaScript");
    }
    return answer.statusCode() == 303;
  }

  /// Finds a nonce as the script does: fourteen zero bits.
  private static String proof(String pass) throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (int nonce = 0; ; nonce++) {
      byte[] digest = sha.digest((pass + ":" + nonce).getBytes(StandardCharsets.UTF_8));
      if (digest[0] == 0 && (digest[1] & 0xFC) == 0) {
        return Integer.toString(nonce);
      }
    }
  }
}
