package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.MessengerId;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.NoticeFinding;
import org.vigie.server.report.Detail;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Notice;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.report.answering.Receipts;

/// The public form, step by step, and the receipt that it gives.
final class ReportFormTest extends FormScene {
  private final Notices notices;

  private static final Pattern CODE =
      Pattern.compile("id=\"receipt-code\">([A-Z2-7]{5}(?:-[A-Z2-7]{5}){3})<");

  @Autowired
  ReportFormTest(@LocalServerPort int port, Notices notices, Receipts receipts, JdbcClient jdbc) {
    super(port, receipts, jdbc);
    this.notices = notices;
  }

  @Test
  void childAbuse_reportedInThreeSteps_asksNoNameAndGivesAReceipt() throws Exception {
    HttpResponse<String> reasons = get("/report?" + PLACE);
    assertThat(reasons.body())
        .contains("<form method=\"post\" action=\"/report/where\"")
        .contains("name=\"link\" value=\"https://chat.example.org/c/17\"")
        .contains("name=\"reason\" value=\"child-abuse\"");
    HttpResponse<String> where = step("/report/where?reason=child-abuse&" + PLACE);
    assertThat(where.body())
        .contains("value=\"https://chat.example.org/c/17\"")
        .contains("takeitdown.ncmec.org")
        .contains("childline.org.uk/remove");
    HttpResponse<String> last = step(CHILD);
    assertThat(last.body()).doesNotContain("name=\"email\"").doesNotContain("name=\"name\"");

    Map<String, String> form = form(CHILD);
    form.put("good_faith", "true");
    Notice notice = received(send(form));

    assertThat(notice.origin()).isEqualTo(new Origin.Form(java.util.Optional.empty()));
    assertThat(notice.claim().category()).isEqualTo(new CategoryKey("child-sexual-abuse-material"));
    assertThat(notice.claim().ground()).isEqualTo(Ground.ILLEGAL);
    assertThat(notice.claim().reported().getFirst().address())
        .contains("https://chat.example.org/c/17");
  }

  @Test
  void pages_ofTheForm_setNoCookieAndStandInNoCache() throws Exception {
    for (String path : new String[] {"/report?", "/report/where?reason=scam", CHILD, LEGAL}) {
      HttpResponse<String> page = step(path);
      assertThat(page.headers().allValues("Set-Cookie")).as(path).isEmpty();
      assertThat(page.headers().firstValue("Cache-Control")).as(path).contains("no-store");
      assertThat(page.body()).doesNotContain("style=").doesNotContain("onclick");
    }
  }

  @Test
  void pages_inFrench_speakIt() throws Exception {
    assertThat(get("/report?lang=fr").body()).contains("Qu’est-ce qui ne va pas");
    assertThat(step("/report/where?reason=scam&lang=fr").body())
        .contains("C’est contraire à la loi");
    assertThat(step(LEGAL + "&lang=fr").body()).contains("La loi demande votre nom");
    assertThat(get("/report/state?lang=fr").body()).contains("Code de votre signalement");
  }

  @Test
  void receipt_ofANotice_showsItsStateUntilAndAfterItIsDecided() throws Exception {
    Map<String, String> form = form(CHILD);
    form.put("good_faith", "true");
    HttpResponse<String> sent = send(form);
    Notice notice = received(sent);
    String path = sent.headers().firstValue("Location").orElseThrow();

    assertThat(get(path).body())
        .contains("Received, not decided yet")
        .contains("<svg class=\"qr\"")
        .contains("takeitdown.ncmec.org");
    notices.decided(notice.id(), new Notice.Outcome(true, true, "We <b>removed</b> it.", false));
    HttpResponse<String> page = get(path);
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.body())
        .contains("Decided: a measure was taken")
        .contains("We &lt;b&gt;removed&lt;/b&gt; it.")
        .contains("automated means")
        .contains("within six months");
  }

  @Test
  void code_typedByHand_leadsToTheReceipt() throws Exception {
    Map<String, String> form = form(CHILD);
    form.put("good_faith", "true");
    String path = send(form).headers().firstValue("Location").orElseThrow();
    Matcher shown = CODE.matcher(get(path).body());
    assertThat(shown.find()).isTrue();
    String code = shown.group(1);

    String typed = code.toLowerCase(java.util.Locale.ROOT).replace("-", "%20");
    String asked = state(typed).headers().firstValue("Location").orElseThrow();
    assertThat(List.of(path, asked))
        .as("no address that a history keeps has the code")
        .allSatisfy(each -> assertThat(each).startsWith("/report/receipt/").doesNotContain(code));
    assertThat(get(asked).body()).contains(code);
    assertThat(get("/report/r/" + code).body()).contains(code);
    HttpResponse<String> forged = get(asked.substring(0, asked.length() - 1) + "-");
    assertThat(forged.headers().firstValue("Location")).contains("/report/state");
    assertThat(state("AAAAA-AAAAA-AAAAA-AAAAA").body()).contains("We do not know this code");
    assertThat(state("%3Cscript%3E").body())
        .contains("value=\"&lt;script>\"")
        .doesNotContain("<script>");
    HttpResponse<String> unknown = get("/report/r/AAAAA-AAAAA-AAAAA-AAAAA");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("We do not know this code", "id=\"state-form\"");
    assertThat(get("/report/r/nothing").body().replace("nothing", "AAAAA-AAAAA-AAAAA-AAAAA"))
        .as("a code that is none is answered as one that no report has")
        .isEqualTo(unknown.body());
  }

  @Test
  void receipt_ofANotice_saysWhatWasReportedAndWhatComesNext() throws Exception {
    Map<String, String> form = legal();
    String path = send(form).headers().firstValue("Location").orElseThrow();

    assertThat(get(path).body())
        .containsSubsequence(
            "What has happened",
            "Your report arrived.",
            "What comes next",
            "We also write to the e-mail address",
            "What you reported",
            "<dt>Link</dt><dd><bdi>https://chat.example.org/c/17</bdi>",
            "It asks for the PIN of my bank.")
        .contains("Everybody: a channel")
        .doesNotContain("Invented Person", "invented@example.org");
  }

  @Test
  void outcome_isSaidInTheLanguageOfTheViewer() throws Exception {
    Map<String, String> form = form(CHILD);
    form.put("good_faith", "true");
    HttpResponse<String> sent = send(form);
    String path = sent.headers().firstValue("Location").orElseThrow();
    notices.decided(
        received(sent).id(),
        new Notice.Outcome(
            true,
            false,
            "We looked, as it was told.",
            java.util.Optional.of(NoticeFinding.FOUNDED),
            false));

    assertThat(get(path).body()).contains("We looked, as it was told.");
    assertThat(get(path + "?lang=fr").body())
        .contains("Décidé", "une mesure a été prise")
        .doesNotContain("We looked");
  }

  private HttpResponse<String> state(String code) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/report/state"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept-Language", "en")
        .POST(HttpRequest.BodyPublishers.ofString("code=" + code))
        .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void form_withNothingToFind_isAskedForALinkAFileOrASentence() throws Exception {
    String nothing = CHILD.replace(PLACE, "account=somebody");
    Map<String, String> form = form(nothing);
    form.put("good_faith", "true");
    HttpResponse<String> refused = send(form);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Add one of the three").contains("explanation-error");

    assertThat(received(send(form, List.of("made up"))).claim().explanation()).isEmpty();
    Map<String, String> described = form(nothing);
    described.put("good_faith", "true");
    described.put("explanation", "They write to children.");
    assertThat(received(send(described)).claim().explanation()).startsWith("They write");
    Map<String, String> linked = form(CHILD);
    linked.put("good_faith", "true");
    assertThat(received(send(linked)).claim().explanation()).isEmpty();
  }

  @Test
  void form_sentTwice_makesOneNotice() throws Exception {
    Map<String, String> form = form(CHILD);
    form.put("good_faith", "true");

    assertThat(received(send(form)).id()).isEqualTo(received(send(form)).id());
    form.put("explanation", "Something else.");
    assertThat(send(form).body()).contains("You have sent this form already");
  }

  @ParameterizedTest
  @EnumSource
  void form_withADetail_keepsItAndShowsItAgain(Detail detail) throws Exception {
    Map<String, String> form = form(CHILD);
    form.put(detail.word(), " yesterday at noon ");
    assertThat(send(form).body()).contains("value=\"yesterday at noon\"");

    form.put("good_faith", "true");
    assertThat(received(send(form)).claim().details())
        .isEqualTo(Map.of(detail, "yesterday at noon"));
  }

  @ParameterizedTest
  @EnumSource
  void form_withADetailThatIsTooLong_saysSoBesideIt(Detail detail) throws Exception {
    Map<String, String> form = form(CHILD);
    form.put("good_faith", "true");
    form.put(detail.word(), "x".repeat(Detail.LONGEST + 1));

    assertThat(send(form).body())
        .contains("id=\"" + detail.word() + "-error\"", ">Optional.<")
        .doesNotContain("(not needed)");
  }

  @Test
  void form_withAForeignPass_sendsNothing() throws Exception {
    Map<String, String> form = form(CHILD);
    form.put("good_faith", "true");
    form.put("explanation", "Typed before.");
    String pass = form.getOrDefault("pass", "");
    String broken = pass.substring(0, pass.length() - 1) + (pass.endsWith("0") ? "1" : "0");
    form.put("pass", broken);
    HttpResponse<String> answer = send(form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Nothing was sent").contains("Typed before.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | '' | Please fill this in.",
        "email | nobody | <b>Your e-mail address</b>: This is no e-mail address.",
        "email | a@b@example.org | <b>Your e-mail address</b>: This is no e-mail address.",
        "explanation | '' | Please fill this in.",
        "good_faith | '' | needs your confirmation.",
        "link | javascript:alert(1) | This is no link.",
        "link | http://localhost/private | works only on your own device",
        "link | https://me:secret@chat.example.org/ | works only on your own device",
      })
  void legalNotice_withADefect_isAnsweredInWords(String field, String value, String sentence)
      throws Exception {
    Map<String, String> form = legal();
    form.put(field, value);
    HttpResponse<String> answer = send(form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(sentence);
  }

  @Test
  void legalNotice_withSeveralDefects_namesThemAll() throws Exception {
    Map<String, String> form = legal();
    form.put("explanation", "x".repeat(12_034));
    form.put("email", "nobody");
    form.put("good_faith", "");

    assertThat(send(form).body())
        .containsSubsequence(
            "It has 12,034 characters, and at most 10,000 are taken.",
            "This is no e-mail address",
            "needs your confirmation")
        .contains("x".repeat(12_034));
  }

  /// A link that is too long to be kept is not called missing, and hides nothing.
  @Test
  void legalNotice_withDefectsOfItsPlaceToo_namesThemAll() throws Exception {
    Map<String, String> form = legal();
    form.put("link", "https://chat.example.org/" + "x".repeat(300_000));
    form.put("account", "a".repeat(1_000));
    form.put("email", "nobody");
    HttpResponse<String> answer = send(form);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("This is too long. It had 300,025 characters")
        .contains("This is too long. It has 1,000 characters")
        .contains("Your e-mail address: this is no e-mail address.")
        .doesNotContain("Please fill this in");
  }

  @Test
  void link_ofAMessengerThatThereIsNot_isAskedAgainAtTheSecondStep() throws Exception {
    String named = SCAM + "ground=rules&account=a-1&messenger=";
    for (String step : new String[] {"/report/where?", "/report/send?"}) {
      assertThat(step(step + named + "forum").body())
          .contains("Please choose one of the list.")
          .contains("<option value=\"main\">main</option>");
    }
    assertThat(step("/report/send?" + named + "forum").statusCode()).isEqualTo(422);
    Map<String, String> form = form("/report/send?" + named + "main");
    assertThat(form).doesNotContainKey("messenger");
    form.put("messenger", "forum");
    HttpResponse<String> sent = send(form);
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("Please choose one of the list.");
    form.put("messenger", "main");
    form.put("explanation", "They ask for money.");
    assertThat(received(send(form)).claim().messenger()).isEqualTo(MessengerId.MAIN);
  }

  @Test
  void detail_thatIsNoLongerAsked_isLeftOut() throws Exception {
    Map<String, String> form = form(CHILD);
    form.put("good_faith", "true");
    form.put("seen", "yesterday");
    Notice notice = received(send(form));
    jdbc.sql("insert into report.detail values (?, 'weather', 'rain')")
        .param(notice.id().value())
        .update();

    assertThat(notices.find(notice.id()).orElseThrow().claim().details())
        .isEqualTo(Map.of(Detail.SEEN, "yesterday"));
  }

  @Test
  void link_ofMembersOnly_isAnsweredInWordsUnlessTheGroupIsPrivate() throws Exception {
    String path =
        "/report/send?reason=scam&category=phishing&ground=rules&link=https://t.me/%2Babcdef"
            + "&room=The+group&surface=";
    HttpResponse<String> asked = step(path + "public");
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body())
        .contains("Only members can open this link", "value=\"https://t.me/+abcdef\"")
        .contains("value=\"The group\"");
    assertThat(step(path + "private").body())
        .contains("say what you saw there", "Only those who were let in")
        .containsPattern("#surface\"[^>]*aria-label=\"Change: Who can see it\\?\"");
    Notice notice = received(send(form(path + "private")));
    assertThat(notice.claim().surface()).isEqualTo(org.vigie.connector.Surface.PRIVATE);
  }

  @Test
  void legalNotice_withNameAndAddress_keepsThemApart() throws Exception {
    Notice notice = received(send(legal()));

    assertThat(notice.origin())
        .isEqualTo(new Origin.Form(
            java.util.Optional.of(new Origin.Contact("Invented Person", "invented@example.org"))));
    assertThat(jdbc.sql("select n::text from report.notice n where notice_id = :id")
            .param("id", notice.id().value())
            .query(String.class)
            .single())
        .doesNotContain("Invented", "invented@example.org");
  }

  @Test
  void embedScript_fromAnotherSite_mayBeLoaded() throws Exception {
    HttpResponse<String> script = get("/report/embed.js");
    assertThat(script.statusCode()).isEqualTo(200);
    assertThat(script.headers().firstValue("Cross-Origin-Resource-Policy"))
        .contains("cross-origin");
    assertThat(get("/report").headers().firstValue("Cross-Origin-Resource-Policy"))
        .contains("same-origin");
  }
}
