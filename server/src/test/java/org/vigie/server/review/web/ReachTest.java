package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.deciding.Desk;
import org.vigie.server.scan.ScanWorld;
import org.vigie.testkit.Eventually;

/// From the number of members that a messenger sends with a notice to the order of cases.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class ReachTest {
  private final ReviewScene scene;
  private final Desk desk;

  @Autowired
  ReachTest(ReviewScene scene, Desk desk) {
    this.scene = scene;
    this.desk = desk;
  }

  @Test
  void notices_ofLargerRooms_areHandedOutFirst_alsoWhereALaterNoticeTellsOfTheRoom()
      throws Exception {
    List<Long> unknownThenTown = List.of(noticed("unknown", ""), noticed("town", ""));
    long village = noticed("village", ", \"members\": 250");
    long city = noticed("city", ", \"members\": 40000");
    long stadium = noticed("stadium", ", \"members\": 4000000");
    again("town", ", \"members\": 900000");

    assertThat(claimed(
            List.of(unknownThenTown.getFirst(), unknownThenTown.getLast(), village, city, stadium)))
        .containsExactly(
            stadium, unknownThenTown.getLast(), city, village, unknownThenTown.getFirst());
  }

  private long noticed(String account, String members) throws Exception {
    send(account, members);
    Eventually.holds(() -> !scene.casesOf(account).isEmpty());
    return scene.casesOf(account).getFirst();
  }

  private void again(String account, String members) throws Exception {
    send(account, members);
    Eventually.holds(
        () -> scene.jdbc.sql("""
                select count(*) from review.case_source join review.review_case using (case_id)
                 where account = :account
                """).param("account", account).query(Integer.class).single() == 2);
    assertThat(scene.casesOf(account)).hasSize(1);
  }

  private void send(String account, String members) throws Exception {
    scene
        .http
        .perform(post("/api/v1/notices")
            .contentType(MediaType.APPLICATION_JSON)
            .content("""
                {"ground": "rules", "category": "petty-content", "surface": "public",
                 "reported": [{"account": "%1$s", "room": "r-%1$s"}],
                 "snapshot": {"version": 1, "taken_at": "2026-11-22T10:00:00Z",
                   "surface": "public", "room": {"reference": "r-%1$s"%2$s}}}
                """.formatted(account, members))
            .with(TestCallers.key(Scope.NOTICES)))
        .andExpect(status().isCreated());
  }

  /// Claims the next case until all of some cases are claimed; returns those in their order.
  private List<Long> claimed(List<Long> some) throws Exception {
    List<Long> found = new ArrayList<>();
    ReviewScene.Reviewer reviewer = scene.reviewer("Rita Reach");
    while (found.size() < some.size()
        && desk.claimNext(reviewer.id()) instanceof ClaimOutcome.Claimed next) {
      CaseId id = next.claimed().id();
      if (some.contains(id.value())) {
        found.add(id.value());
      }
    }
    return found;
  }
}
