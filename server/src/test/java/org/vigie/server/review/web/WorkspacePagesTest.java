package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.scan.ScanWorld;
import org.vigie.testkit.Eventually;

/// What a reviewer sees on the page of a case: the recommendation, the content first, the queue
/// beside it, facts for the explanation, and what happened before.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class WorkspacePagesTest {
  private static final List<String> VIOLATION = List.of(
      "verdict", "violation",
      "category", "petty-content",
      "content", "quarantine",
      "ground", "terms",
      "reference", "4.2");

  private final ReviewScene scene;

  @Autowired
  WorkspacePagesTest(ReviewScene scene) {
    this.scene = scene;
  }

  private String claimed(long id, ReviewScene.Reviewer by) throws Exception {
    scene.send("/review/cases/" + id + "/claim", by);
    return scene.open("/review/cases/" + id, by).getContentAsString();
  }

  /// Sends the form of a case.
  ///
  /// @param page that has the form
  private MockHttpServletResponse decide(
      long id, ReviewScene.Reviewer by, String page, String... fields) throws Exception {
    String version = page.replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    return scene.send(
        "/review/cases/" + id + "/decide",
        by,
        Stream.concat(Stream.of("version", version), Stream.of(fields)).toArray(String[]::new));
  }

  private MockHttpServletResponse violation(
      long id, ReviewScene.Reviewer by, String page, String... fields) throws Exception {
    return decide(
        id, by, page, Stream.concat(VIOLATION.stream(), Stream.of(fields)).toArray(String[]::new));
  }

  private List<NewAttachment> message(String account, String text) {
    return scene.snapshot("""
        "message": {"reference": "m-1", "account": "%s", "sent_at": "2026-11-22T09:58:30Z",
                    "text": "%s"},
        "account": {"reference": "%s", "created_at": "2026-11-01T00:00:00Z", "language": "en"}""".formatted(account, text, account));
  }

  @Test
  void recommendation_isOneSentence_andTheButtonBearsIt() throws Exception {
    scene.noticed("advised", List.of());
    String page = claimed(scene.casesOf("advised").getFirst(), scene.reviewer("Ada Example"));

    String advice = page.replaceAll("(?s).*<strong>Policy: ([^<]*)\\.</strong>.*", "$1");
    String button =
        page.replaceAll("(?s).*data-bears=\"/review/button\"><span>([^<]*)</span>.*", "$1");
    assertThat(button).isEqualToIgnoringCase(advice);
    assertThat(page)
        .contains(
            "Category petty-content, severity", "First violation of the account within a year")
        .as("the rest is folded")
        .containsSubsequence("data-bears", "<details class=\"change\"", "value=\"remove\"");
  }

  @Test
  void message_comesBeforeItsReport_andMediaBeforeItsMatches() throws Exception {
    scene.noticed("writer", message("writer", "These are the words."));
    ReviewScene.Reviewer bo = scene.reviewer("Bo Example");
    assertThat(claimed(scene.casesOf("writer").getFirst(), bo))
        .containsSubsequence("These are the words.", "It is &lt;rude&gt;.");

    assertThat(claimed(scene.scanned(9_501, "painter"), bo))
        .containsSubsequence("data-medium=", "<caption>Matches");
  }

  @Test
  void facts_ofTheCase_areOfferedAndFillTheExplanation() throws Exception {
    String said = "Call [[me]] at https://example.org/x now";
    scene.noticed("caller", message("caller", said));
    long id = scene.casesOf("caller").getFirst();
    ReviewScene.Reviewer cy = scene.reviewer("Cy Example");
    String page = claimed(id, cy);
    String quote = "it says “Call [me] at https://example.org/x now”";

    assertThat(page)
        .contains(quote, "it has a link to https://example.org/x")
        .doesNotContain("the account broke the rules", "it was reported");
    MockHttpServletResponse decided =
        violation(id, cy, page, "facts", quote, "explanation", "It breaks the terms: [[what]].");
    assertThat(decided.getStatus()).isEqualTo(302);
    assertThat(scene
            .jdbc
            .sql("select explanation from review.decision where case_id = :case")
            .param("case", id)
            .query(String.class)
            .single())
        .isEqualTo("It breaks the terms: " + quote + ".");
  }

  @Test
  void match_isAFactOfItsCase() throws Exception {
    assertThat(claimed(scene.scanned(9_502, "copier"), scene.reviewer("Di Example")))
        .containsPattern("it is identical to content of the list [A-Z_]+");
  }

  @Test
  void queue_besideACase_hasOneLineOfEachThatComesNext_withinTheFilter() throws Exception {
    long here = scene.scanned(9_503, "rail-here");
    long other = scene.scanned(9_504, "rail-media");
    scene.noticed("rail-words", List.of());
    scene.noticed("elsewhere", List.of());
    long words = scene.casesOf("rail-words").getFirst();
    ReviewScene.Reviewer eli = scene.reviewer("Eli Example");
    String address = "/review/cases/" + here;
    String rail = rail(scene.open(address + "?within=about=rail-", eli).getContentAsString());

    assertThat(rail)
        .contains("href=\"/review/cases/" + other + "?within=about%3Drail-\"", "Media, 1 match")
        .contains("/review/cases/" + words + "?", "It is &lt;rude&gt;.")
        .containsOnlyOnce("aria-current=\"page\"")
        .doesNotContain("/media/", "/review/cases/" + scene.casesOf("elsewhere").getFirst() + "?");
    assertThat(scene
            .jdbc
            .sql("select detail from access.ledger where act = 'excerpts seen' and subject = :case")
            .param("case", "case:" + here)
            .query(String.class)
            .single())
        .as("the ledger names the cases whose words were shown, and no others")
        .isEqualTo("cases=" + words);
    scene
        .jdbc
        .sql("insert into review.opt_out values (:person, 'petty-content', now())")
        .param("person", eli.id().value())
        .update();
    assertThat(rail(scene.open(address, eli).getContentAsString()))
        .as("what a person does not review, they need not read about")
        .doesNotContain("rude", "/review/cases/" + other + "\"");
  }

  private static String rail(String page) {
    return page.substring(
        page.indexOf("id=\"rail\""), page.indexOf("</nav>", page.indexOf("id=\"rail\"")));
  }

  @Test
  void excerpt_isOneLineOfBoundedLength() {
    assertThat(RailViews.excerpt(" one\n  two\t")).isEqualTo("one two");
    assertThat(RailViews.excerpt("😀".repeat(200))).isEqualTo("😀".repeat(90) + "…");
  }

  @Test
  void history_ofAnAccount_isOneList_withItsViolationsNotesAndAge() throws Exception {
    scene.noticed("repeater", message("repeater", "first"));
    long first = scene.casesOf("repeater").getFirst();
    ReviewScene.Reviewer fay = scene.reviewer("Fay Example");
    String page = claimed(first, fay);
    violation(first, fay, page, "explanation", "Rude.");
    scene.makeFinal(first);
    scene.noticed("repeater", message("repeater", "second"));
    long second = second("repeater");
    scene.send("/review/cases/" + second + "/notes", fay, "note", "again <b>");
    String again = claimed(second, scene.reviewer("Gus Example"));

    assertThat(again.substring(again.indexOf("class=\"timeline\"")))
        .containsSubsequence(
            "Note by Fay Example",
            "again &lt;b&gt;",
            "This case was opened",
            "href=\"/review/cases/" + first + "\"",
            "counts as a violation",
            "remove (content)",
            "The account was made")
        .contains("just now", "href=\"/review?about=repeater\"");
    assertThat(again)
        .contains("Second violation of the account within a year")
        .contains("the account broke the rules once before");
  }

  @Test
  void history_hidesFromALead_whatTheyAreToJudgeAgain() throws Exception {
    scene.noticed("judged", message("judged", "first"));
    long first = scene.casesOf("judged").getFirst();
    ReviewScene.Reviewer hal = scene.reviewer("Hal Example");
    String page = claimed(first, hal);
    decide(first, hal, page, "verdict", "none");
    scene.makeFinal(first);
    scene.jdbc.sql("""
            insert into review.quality_check (decision_id, chosen_at)
            select decision_id, now() from review.decision where case_id = :case
            """).param("case", first).update();
    scene.noticed("judged", message("judged", "second"));
    String address = "/review/cases/" + second("judged");

    assertThat(timeline(scene.open(address, hal))).contains("No violation");
    assertThat(timeline(scene.open(address, scene.person("Ida Example", Role.LEAD))))
        .contains("/review/cases/" + first)
        .doesNotContain("No violation");
  }

  /// Waits for the second case of an account.
  private long second(String account) {
    Eventually.holds(() -> scene.casesOf(account).size() == 2);
    return scene.casesOf(account).stream().mapToLong(id -> id).max().orElseThrow();
  }

  private static String timeline(MockHttpServletResponse page) throws Exception {
    String text = page.getContentAsString();
    int begin = text.indexOf("class=\"timeline\"");
    return text.substring(begin, text.indexOf("</ol>", begin));
  }
}
