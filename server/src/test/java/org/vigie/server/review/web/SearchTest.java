package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.scan.ScanWorld;

/// The search of every page finds what its viewer may open, and nothing else.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class SearchTest {
  private final ReviewScene scene;
  private final MockMvc http;
  private final JdbcClient jdbc;

  @Autowired
  SearchTest(ReviewScene scene, MockMvc http, JdbcClient jdbc) {
    this.scene = scene;
    this.http = http;
    this.jdbc = jdbc;
  }

  private String found(String words, Role role) throws Exception {
    return http.perform(
            get("/search").param("q", words).param("lang", "en").with(TestCallers.person(role)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void case_byNumberAccountOrWordsOfItsNotice_isFoundByReviewersOnly() throws Exception {
    long id = scene.scanned(9_751, "sought-account");
    String link = "href=\"/review/cases/" + id + "\"";
    assertThat(found("sought-acc", Role.REVIEWER)).contains(link, "sought-account");
    assertThat(found(Long.toString(id), Role.REVIEWER)).contains(link);
    assertThat(found("sought-acc", Role.LIST_MANAGER)).doesNotContain(link);
    assertThat(found("sought_acc", Role.REVIEWER)).as("no pattern").doesNotContain(link);

    scene.noticed("told-account", List.of());
    long told = scene.casesOf("told-account").getFirst();
    jdbc.sql("""
            update report.notice set explanation = 'He sells Paper Lanterns that burn 100%'
             where notice_id = (select source_id from review.case_source where case_id = :id)
            """).param("id", told).update();
    assertThat(found("paper lanterns", Role.REVIEWER))
        .contains("href=\"/review/cases/" + told + "\"")
        .doesNotContain("burn 100%");
    assertThat(found("100%", Role.REVIEWER)).contains("href=\"/review/cases/" + told + "\"");
  }

  @Test
  void peopleCategoriesAndBanks_areFoundByWhoMaySeeThem() throws Exception {
    ReviewScene.Reviewer ada = scene.reviewer("Ada Soughtname");
    String person = "href=\"/people/" + ada.id().value() + "\"";
    assertThat(found("soughtNAME", Role.AUDITOR)).contains(person);
    assertThat(found("soughtname", Role.REVIEWER)).doesNotContain(person);
    assertThat(found("petty-", Role.REVIEWER)).contains("href=\"/policy#petty-content\"");
    assertThat(found("petty-", Role.FLAGGER)).doesNotContain("data-found");
  }

  @Test
  void words_thatCannotBeLookedFor_findNothing() throws Exception {
    assertThat(found("x", Role.REVIEWER)).doesNotContain("data-found", "No results");
    assertThat(found("x".repeat(101), Role.REVIEWER)).doesNotContain("data-found");
    assertThat(found("ab\u0000", Role.REVIEWER)).doesNotContain("data-found");
    assertThat(found("nothing is named so", Role.REVIEWER)).contains("No results");
  }

  @Test
  void search_isInTheLedgerWithoutItsWords() throws Exception {
    found("words-of-a-search", Role.LEAD);
    String entry = jdbc.sql("""
            select act || ' ' || subject || ' ' || detail from access.ledger
             order by entry_id desc limit 1
            """).query(String.class).single();
    assertThat(entry).startsWith("page opened").contains("search").doesNotContain("words-of");
  }
}
