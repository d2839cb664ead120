package org.vigie.server.policy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.vigie.connector.Surface;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.revising.FirstRevision;

/// The pages and calls of the catalogue, on one server.
@ServerTest
final class PolicyPagesTest {
  private final MockMvc http;
  private final Policies policies;

  @Autowired
  PolicyPagesTest(MockMvc http, Policies policies) {
    this.http = http;
    this.policies = policies;
  }

  private MockHttpServletRequestBuilder form(String path, int base, String text) {
    return post(path)
        .with(TestCallers.person(Role.ADMINISTRATOR))
        .with(csrf())
        .param("base", Integer.toString(base))
        .param("text", text)
        .param("note", "a <test>");
  }

  private int current() {
    return policies.current().revision().number();
  }

  private static String withFile(String comment) {
    return "# " + comment + "\n" + FirstRevision.text();
  }

  private MockHttpServletRequestBuilder phishing(String path, int base, String onPublic) {
    return post("/policy/categories/phishing" + path)
        .with(TestCallers.person(Role.ADMINISTRATOR))
        .with(csrf())
        .param("base", Integer.toString(base))
        .param("severity", "medium")
        .param("public", onPublic)
        .param("private", "none")
        .param("encrypted", "none")
        .param("exact", "human")
        .param("perceptual", "human")
        .param("note", "by the form");
  }

  @Test
  void category_changedByTheForm_isPreviewedAndSavedInTheText() throws Exception {
    int base = current();
    http.perform(get("/policy").with(TestCallers.person(Role.ADMINISTRATOR)))
        .andExpect(content().string(containsString("/policy/categories/phishing")));
    http.perform(get("/policy/categories/phishing").with(TestCallers.person(Role.ADMINISTRATOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("name=\"base\" value=\"" + base + "\"")));
    http.perform(phishing("/check", base, "label"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("The last 30 days under this change")))
        .andExpect(content().string(containsString("measures.public")))
        .andExpect(content().string(containsString("Put the change into force")));
    assertThat(current()).isEqualTo(base);

    http.perform(phishing("", base, "label"))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", "/policy/revisions/" + (base + 1)));
    assertThat(
            policies.current().find(new CategoryKey("phishing")).orElseThrow().measures())
        .containsEntry(Surface.PUBLIC, ContentMeasure.LABEL);
    http.perform(phishing("", base, "demote"))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("Somebody else changed the catalogue")));
    http.perform(phishing("", base + 1, "nothing")).andExpect(status().isBadRequest());
    http.perform(get("/policy/categories/nothing").with(TestCallers.person(Role.ADMINISTRATOR)))
        .andExpect(status().isNotFound());
  }

  @Test
  void policy_forAReviewer_showsCategoriesAndClocksInBothLanguages() throws Exception {
    http.perform(get("/policy").with(TestCallers.person(Role.REVIEWER)).queryParam("lang", "en"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Child sexual abuse material")))
        .andExpect(content().string(containsString("STATEMENT_CATEGORY_PROTECTION_OF_MINORS")))
        .andExpect(content().string(containsString("within 1 hour")))
        .andExpect(content().string(containsString("at least 6 months")))
        .andExpect(content().string(not(containsString("/policy/edit"))));
    http.perform(get("/policy").with(TestCallers.person(Role.REVIEWER)).queryParam("lang", "fr"))
        .andExpect(content().string(containsString("Contenus d’abus sexuels sur mineurs")))
        .andExpect(content().string(containsString("sous 1 heure")))
        .andExpect(content().string(containsString("au moins 6 mois")));
  }

  @Test
  void policy_forAReviewer_showsHowCasesAreReviewedInBothLanguages() throws Exception {
    http.perform(get("/policy").with(TestCallers.person(Role.REVIEWER)).queryParam("lang", "en"))
        .andExpect(content().string(containsString("5 of 100 decisions are judged again")))
        .andExpect(content().string(containsString(">Child safety</td>")))
        .andExpect(content().string(containsString("from 0: suspension, 30 days")))
        .andExpect(content().string(containsString("from 1: ban")))
        .andExpect(content().string(containsString("400 days")))
        .andExpect(content().string(containsString("Due within 48 hours: United States")))
        .andExpect(content().string(containsString("You wrote to a minor")))
        .andExpect(content().string(containsString("Grooming, sexual enticement of minors")));
    http.perform(get("/policy").with(TestCallers.person(Role.REVIEWER)).queryParam("lang", "fr"))
        .andExpect(content().string(containsString(">Protection de l’enfance</td>")))
        .andExpect(content().string(containsString("dès 1\u202f: bannissement")))
        .andExpect(content().string(containsString("400 jours")))
        .andExpect(content().string(containsString("Hameçonnage")));
  }

  @Test
  void changes_ofACategory_areShownUnderItsName() throws Exception {
    String after = FirstRevision.text().replace("evidence-days: 240", "evidence-days: 300");
    http.perform(form("/policy/check", current(), after).queryParam("lang", "fr"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Contenus à caractère terroriste<br>")))
        .andExpect(content().string(containsString("<del>240</del> → <ins>300</ins>")));
  }

  @Test
  void edit_forAReviewer_isRefused() throws Exception {
    http.perform(get("/policy/edit").with(TestCallers.person(Role.REVIEWER)))
        .andExpect(status().isForbidden());
    http.perform(form("/policy/edit", current(), withFile("reviewer"))
            .with(TestCallers.person(Role.REVIEWER)))
        .andExpect(status().isForbidden());
  }

  @Test
  void check_ofABadText_listsEveryProblemWithALinkToItsLine() throws Exception {
    int before = current();
    String bad = FirstRevision.text()
        .replace("radius: 31 ", "radius: 64 ")
        .replace("within: PT1H", "within: soon");
    http.perform(form("/policy/check", before, bad))
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("<a href=\"#line-12\">line 12, column 11, ")))
        .andExpect(content().string(containsString("<li id=\"line-12\" class=\"removed\">")))
        .andExpect(content().string(containsString("clocks[0].within")))
        .andExpect(content().string(containsString("out-of-range")));
    assertThat(current()).isEqualTo(before);
  }

  @Test
  void check_ofAGoodText_showsWhatWouldChangeAndSavesNothing() throws Exception {
    int before = current();
    String after = FirstRevision.text().replace(" phishing\n", " angling\n");
    http.perform(form("/policy/check", before, after))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("<code>angling</code>")))
        .andExpect(content().string(containsString("Removed")));
    assertThat(current()).isEqualTo(before);
  }

  @Test
  void save_ofAGoodText_makesTheRevisionAndShowsItsDiff() throws Exception {
    int next = current() + 1;
    // Browsers send two characters at the end of each line.
    String text = withFile("saved " + next).replace("\n", "\r\n");
    http.perform(form("/policy/edit", next - 1, text))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", "/policy/revisions/" + next))
        .andExpect(flash().attributeExists("notice"));
    assertThat(current()).isEqualTo(next);
    http.perform(get("/policy/revisions/" + next).with(TestCallers.person(Role.AUDITOR)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("a &lt;test&gt;")))
        .andExpect(content().string(containsString("<code># saved " + next + "</code>")));
  }

  @Test
  void save_fromAnOldBase_isRefusedUntilThePersonHasMerged() throws Exception {
    int base = current();
    http.perform(form("/policy/edit", base, withFile("first " + base)))
        .andExpect(status().isSeeOther());
    http.perform(form("/policy/edit", base, withFile("second " + base)))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("name=\"merged\" value=\"" + (base + 1))))
        .andExpect(content().string(containsString("# second " + base)));
    assertThat(current()).isEqualTo(base + 1);
    http.perform(form("/policy/edit", base, withFile("second " + base))
            .param("merged", Integer.toString(base + 1)))
        .andExpect(status().isSeeOther());
    assertThat(current()).isEqualTo(base + 2);
  }

  @Test
  void save_withALongNote_isRefused() throws Exception {
    int before = current();
    http.perform(post("/policy/edit")
            .with(TestCallers.person(Role.ADMINISTRATOR))
            .with(csrf())
            .param("base", Integer.toString(before))
            .param("text", withFile("long note"))
            .param("note", "n".repeat(501)))
        .andExpect(status().isUnprocessableContent());
    assertThat(current()).isEqualTo(before);
  }

  @Test
  void revision_thatDoesNotExist_isNotFound() throws Exception {
    http.perform(get("/policy/revisions/999").with(TestCallers.person(Role.AUDITOR)))
        .andExpect(status().isNotFound());
    http.perform(get("/api/v1/policy/revisions/999").with(TestCallers.key(Scope.SCAN)))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.type").value("/problems/not-found"));
  }

  @Test
  void calls_forAKey_answerTheCatalogueAndEveryRevision() throws Exception {
    http.perform(get("/api/v1/policy").with(TestCallers.key(Scope.SCAN)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.revision").value(current()));
    http.perform(get("/api/v1/policy/revisions/1").with(TestCallers.key(Scope.BANKS_READ)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.revision").value(1))
        .andExpect(jsonPath("$.sha256").isString())
        .andExpect(jsonPath("$.categories[0].key").value("animal-welfare"))
        .andExpect(
            jsonPath("$.categories[0].dsa_category").value("STATEMENT_CATEGORY_ANIMAL_WELFARE"))
        .andExpect(jsonPath("$.categories[0].names.fr").value("Bien-être animal"))
        .andExpect(jsonPath("$.categories[0].matching.min_quality").value(50))
        .andExpect(jsonPath("$.categories[0].measures.public").value("quarantine"))
        .andExpect(jsonPath("$.categories[0].confirmation.perceptual").value("human"))
        .andExpect(jsonPath("$.clocks[0].key").value("tco-removal"))
        .andExpect(jsonPath("$.clocks[0].bound").value("within"))
        .andExpect(jsonPath("$.clocks[0].term").value("PT1H"));
  }
}
