package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.report.answering.Receipts;

/// The steps of the public form: what travels with them, what they preset, and the way out.
final class FormStepsTest extends FormScene {
  @Autowired
  FormStepsTest(@LocalServerPort int port, Receipts receipts, JdbcClient jdbc) {
    super(port, receipts, jdbc);
  }

  @Test
  void answers_ofTheSteps_neverTravelInTheAddress() throws Exception {
    for (String path : new String[] {"/report/where?reason=scam", LEGAL}) {
      HttpResponse<String> asked = get(path);
      assertThat(asked.statusCode()).as(path).isEqualTo(303);
      assertThat(asked.headers().firstValue("Location")).as(path).contains("/report");
    }
    for (String path : new String[] {"/report?" + PLACE, "/report/where?reason=scam", LEGAL}) {
      HttpResponse<String> page = step(path);
      assertThat(page.body())
          .as(path)
          .doesNotContain("method=\"get\"")
          .doesNotContainPattern("(href|action)=\"/report[^\"]*[?&](?!lang=)");
      assertThat(page.headers().firstValue("Referrer-Policy")).as(path).contains("same-origin");
    }
  }

  @Test
  void stepBack_bringsTheTypedWordsAlong_butNotTheConfirmation() throws Exception {
    String typed = "&explanation=It+asks+for+my+PIN.&name=Invented&email=a%40example.org"
        + "&seen=yesterday&good_faith=true";
    HttpResponse<String> where = step(LEGAL.replace("/send", "/where") + typed);
    assertThat(where.body())
        .contains("type=\"hidden\" name=\"explanation\" value=\"It asks for my PIN.\"")
        .contains("type=\"hidden\" name=\"seen\" value=\"yesterday\"")
        .doesNotContain("good_faith")
        .contains("formaction=\"/report\" formnovalidate");
    assertThat(step(LEGAL.replace("/report/send", "/report") + typed).body())
        .contains("name=\"explanation\" value=\"It asks for my PIN.\"")
        .contains("name=\"surface\" value=\"public\"")
        .doesNotContain("name=\"ground\"", "name=\"category\"");
    assertThat(step(LEGAL + typed).body())
        .contains(">It asks for my PIN.</textarea>", "value=\"Invented\"", "value=\"yesterday\"");
  }

  @Test
  void stepBack_withAsMuchTextAsFits_bringsItAlong() throws Exception {
    String longest = "語".repeat(10_000);
    String encoded = URLEncoder.encode(longest, StandardCharsets.UTF_8);
    assertThat(
            step(LEGAL.replace("/send", "/where") + "&explanation=" + encoded).body())
        .contains(longest);
  }

  /// The first button of a form is what Enter presses: it sends, and does not go back.
  @Test
  void enter_inAFieldOfTheLastStep_sends() throws Exception {
    String page = step(LEGAL).body();
    assertThat(page.indexOf("form=\"send-form\" tabindex=\"-1\""))
        .isPositive()
        .isLessThan(page.indexOf("formaction="));
  }

  @Test
  void secondStep_presetsNothingThatCounts() throws Exception {
    assertThat(step("/report/where?reason=scam").body())
        .containsPattern("<option value=\"\" selected[^>]*>Choose…</option>")
        .doesNotContain("checked");
    HttpResponse<String> asked = step("/report/send?reason=scam&" + PLACE);
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body())
        .containsSubsequence(
            "<b>What it is about</b>: Please choose.",
            "<b>Why should it go?</b> Please choose.",
            "<b>Who can see it?</b> Please choose.")
        .contains("id=\"category-error\"", "id=\"ground-error\"", "id=\"surface-error\"")
        .doesNotContain("checked");
    assertThat(step("/report/where?reason=scam&surface=private&" + PLACE).body())
        .containsPattern("value=\"private\" checked");
    Map<String, String> form = form(LEGAL);
    form.remove("surface");
    form.put("explanation", "It asks for my PIN.");
    HttpResponse<String> sent = send(form);
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body())
        .contains("<b>Who can see it?</b> Please choose.")
        .contains("name=\"explanation\" value=\"It asks for my PIN.\"");
  }

  @Test
  void everyPublicPage_offersToLeaveAtOnce() throws Exception {
    Map<String, String> form = form(CHILD);
    form.put("good_faith", "true");
    String receipt = send(form).headers().firstValue("Location").orElseThrow();
    for (String page : new String[] {
      get("/report").body(),
      step("/report/where?reason=scam").body(),
      step(LEGAL).body(),
      get("/report/state").body(),
      get(receipt).body()
    }) {
      assertThat(page)
          .contains("href=\"/report/leave\"", "Leave this page now", "does not delete the history");
    }
    HttpResponse<String> left = get("/report/leave");
    assertThat(left.statusCode()).isEqualTo(303);
    assertThat(left.headers().firstValue("Location")).contains("https://www.wikipedia.org/");
    assertThat(left.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @Test
  void fileField_saysHowLargeAFileMayBe() throws Exception {
    assertThat(step(LEGAL).body())
        .contains("data-largest=\"10485760\"")
        .containsPattern("at most 10\\s?.{0,6}MB each");
  }
}
