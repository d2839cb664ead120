package org.vigie.server.enforcement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.connector.Action;
import org.vigie.connector.ActionKind;
import org.vigie.connector.Capabilities;
import org.vigie.connector.Connector;
import org.vigie.connector.MessengerId;
import org.vigie.connector.Outcome;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Role;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.Reversals;
import org.vigie.server.review.web.ReviewScene;
import org.vigie.server.scan.ScanWorld;
import org.vigie.testkit.Eventually;

/// A lead sees the actions that a messenger did not confirm, and tries them again or gives them up.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class, StuckActionsPagesTest.Wiring.class})
final class StuckActionsPagesTest {
  private static final AtomicBoolean DOWN = new AtomicBoolean();

  private final ReviewScene scene;
  private final Reversals reversals;
  private final JdbcClient jdbc;

  @Autowired
  StuckActionsPagesTest(ReviewScene scene, Reversals reversals, JdbcClient jdbc) {
    this.scene = scene;
    this.reversals = reversals;
    this.jdbc = jdbc;
  }

  /// A messenger that does everything, or nothing while it is down.
  @TestConfiguration(proxyBeanMethods = false)
  static class Wiring {
    @Bean
    Connector madeUpMessenger() {
      return new MadeUpMessenger();
    }
  }

  private static final class MadeUpMessenger implements Connector {
    private static final Set<ActionKind> ALL = EnumSet.allOf(ActionKind.class);

    @Override
    public MessengerId messenger() {
      return MadeUpSubjects.MAIN;
    }

    @Override
    public Capabilities capabilities() {
      return new Capabilities(ALL, ALL, true);
    }

    @Override
    public Outcome carryOut(Action action) throws IOException {
      if (DOWN.get()) {
        throw new IOException("the made-up messenger is down");
      }
      return new Outcome.Done();
    }
  }

  @BeforeEach
  void isUp() {
    DOWN.set(false);
  }

  /// Decides a case while the messenger is down, until its first action has used up its attempts.
  private DecisionId dead(String account) throws Exception {
    DOWN.set(true);
    long id = scene.reported(account, "m-" + account);
    DecisionId decision = scene.violated(id, "label", "none", scene.reviewer("R " + account));
    Eventually.holds(() -> {
      jdbc.sql("""
          update outbox.effect set attempts = 29, next_at = now()
           where kind = 'measures-main' and state = 'PENDING' and lease is null and attempts > 0
          """).update();
      return states(decision).contains("LABEL_MESSAGE DEAD");
    });
    return decision;
  }

  private List<String> states(DecisionId decision) {
    return jdbc.sql("""
            select kind || ' ' || coalesce(outcome, state) from enforcement.action
             where decision_id = :decision order by number
            """).param("decision", decision.value()).query(String.class).list();
  }

  private String action(DecisionId decision) {
    return Eventually.found(() ->
            jdbc.sql("""
            select action_id from enforcement.action
             where decision_id = :decision and kind = 'LABEL_MESSAGE'
            """).param("decision", decision.value()).query(UUID.class).optional())
        .toString();
  }

  private List<String> acts(String action) {
    return jdbc.sql("""
            select act || coalesce(' ' || nullif(detail, ''), '') from access.ledger
             where subject = :subject order by entry_id
            """)
        .param("subject", "action:" + action)
        .query(String.class)
        .list();
  }

  private String reason(String action) {
    return jdbc.sql("select reason from enforcement.action where action_id = :id")
        .param("id", UUID.fromString(action))
        .query(String.class)
        .single();
  }

  private String board(ReviewScene.Reviewer viewer) throws Exception {
    return scene.open("/enforcement", viewer).getContentAsString();
  }

  @Test
  void deadAction_isShownToALead_whoTriesItAgain() throws Exception {
    DecisionId decision = dead("stuck-1");
    String action = action(decision);
    ReviewScene.Reviewer lead = scene.person("Lia Example", Role.LEAD);
    long id = scene.casesOf("stuck-1").getFirst();
    assertThat(board(lead))
        .contains(
            "Label message",
            "/review/cases/" + id,
            "IOException",
            "/enforcement/" + action + "/attempt",
            "/enforcement/" + action + "/give-up")
        .doesNotContain("stuck-1", "is down");
    assertThat(scene.open("/", lead).getContentAsString()).contains("failed in a messenger");
    assertThat(scene.open("/enforcement", scene.reviewer("Ned Example")).getStatus())
        .isEqualTo(403);

    DOWN.set(false);
    assertThat(scene.send("/enforcement/" + action + "/attempt", lead).getRedirectedUrl())
        .isEqualTo("/enforcement");

    Eventually.holds(() -> states(decision).equals(List.of("LABEL_MESSAGE DONE", "NOTIFY DONE")));
    assertThat(acts(action)).containsExactly("action attempted");
    assertThat(board(lead)).doesNotContain(action);
    scene.send("/enforcement/" + action + "/attempt", lead);
    assertThat(acts(action)).as("it has ended").hasSize(1);
  }

  @Test
  void deadAction_givenUpWithAReason_isEndedAndInTheLedger() throws Exception {
    DecisionId decision = dead("stuck-2");
    String action = action(decision);
    ReviewScene.Reviewer lead = scene.person("Leo Example", Role.LEAD);
    String address = "/enforcement/" + action + "/give-up";
    for (String reason : List.of("", "  ", "x".repeat(501))) {
      scene.send(address, lead, "reason", reason);
    }
    assertThat(states(decision)).contains("LABEL_MESSAGE DEAD");
    assertThat(acts(action)).isEmpty();

    DOWN.set(false);
    scene.send(address, lead, "reason", " It was deleted <b>by hand</b>, Éva’s way. ");

    List<String> asked = List.of("LABEL_MESSAGE GIVEN_UP", "NOTIFY DONE");
    Eventually.holds(() -> states(decision).contains("NOTIFY DONE"));
    assertThat(states(decision)).as("not undone while the decision is in force").isEqualTo(asked);
    assertThat(acts(action)).containsExactly("action given up");
    assertThat(reason(action)).isEqualTo("It was deleted <b>by hand</b>, Éva’s way.");
    assertThat(board(lead)).doesNotContain(action);
    scene.send(address, lead, "reason", "Again.");
    assertThat(acts(action)).as("it has ended").hasSize(1);

    assertThat(reversals.reverse(decision, new Caller.Local())).isTrue();
    Eventually.holds(() -> states(decision).size() == 4);
    assertThat(states(decision).subList(2, 4))
        .as("undone, as it may have had an effect")
        .allMatch(undo -> undo.startsWith("LABEL_MESSAGE ") || undo.startsWith("NOTIFY "));
  }

  @Test
  void actionThatFails_isShownAndTriedNow_butCannotBeGivenUp() throws Exception {
    DOWN.set(true);
    long id = scene.reported("stuck-3", "m-stuck-3");
    DecisionId decision = scene.violated(id, "label", "none", scene.reviewer("R stuck-3"));
    String action = action(decision);
    ReviewScene.Reviewer lead = scene.person("Lou Example", Role.LEAD);
    Eventually.holds(() -> attempted(action));

    assertThat(board(lead))
        .contains("/enforcement/" + action + "/attempt")
        .doesNotContain("/enforcement/" + action + "/give-up");
    scene.send("/enforcement/" + action + "/give-up", lead, "reason", "I have enough.");
    assertThat(states(decision)).containsExactly("LABEL_MESSAGE QUEUED", "NOTIFY WAITING");
    assertThat(acts(action)).isEmpty();

    DOWN.set(false);
    Eventually.holds(() -> states(decision).equals(List.of("LABEL_MESSAGE DONE", "NOTIFY DONE")));
  }

  private boolean attempted(String action) {
    return jdbc.sql("select attempted from enforcement.action where action_id = :id")
        .param("id", UUID.fromString(action))
        .query(Boolean.class)
        .single();
  }
}
