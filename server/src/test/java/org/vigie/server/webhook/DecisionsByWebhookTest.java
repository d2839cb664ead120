package org.vigie.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.Reversals;
import org.vigie.server.review.web.ReviewScene;
import org.vigie.server.scan.ScanWorld;
import org.vigie.server.webhook.RecordingReceiver.Mood;
import org.vigie.testkit.Eventually;

/// Decisions of people take effect in a messenger of one's own, and are undone there.
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class DecisionsByWebhookTest {
  private static final String SECRET = "a made-up secret of thirty-two bytes";
  private static final RecordingReceiver RECEIVER = new RecordingReceiver(SECRET);

  private final ReviewScene scene;
  private final Reversals reversals;
  private final JdbcClient jdbc;

  @Autowired
  DecisionsByWebhookTest(ReviewScene scene, Reversals reversals, JdbcClient jdbc) {
    this.scene = scene;
    this.reversals = reversals;
    this.jdbc = jdbc;
  }

  @DynamicPropertySource
  static void receiver(DynamicPropertyRegistry settings) {
    String receiver = "vigie.webhook.receivers.main.";
    settings.add(receiver + "url", RECEIVER::url);
    settings.add(receiver + "internal", () -> "true");
    settings.add(receiver + "keys.id", () -> "k-1");
    settings.add(receiver + "keys.secret", () -> SECRET);
  }

  @BeforeEach
  void isWell() {
    RECEIVER.is(Mood.WELL);
  }

  @AfterAll
  static void stop() {
    RECEIVER.close();
  }

  private DecisionId banned(String account) throws Exception {
    long id = scene.reported(account, "m-" + account);
    return scene.violated(id, "quarantine", "ban", scene.reviewer("R " + account));
  }

  /// Waits until all actions of a decision have ended, by words such as `MEASURE NOTIFY DONE`.
  private void ended(DecisionId decision, String... outcomes) {
    Eventually.holds(
        () -> jdbc.sql("""
            select role || ' ' || kind || ' ' || coalesce(outcome, state) from enforcement.action
             where decision_id = :decision
            """).param("decision", decision.value()).query(String.class).list().stream()
            .sorted()
            .toList()
            .equals(List.of(outcomes)));
  }

  private void done(DecisionId decision) {
    ended(
        decision,
        "MEASURE BAN_ACCOUNT DONE",
        "MEASURE NOTIFY DONE",
        "MEASURE QUARANTINE_MEDIA DONE",
        "MEASURE REMOVE_MESSAGE DONE");
  }

  @Test
  void decision_isCarriedOutInOrder_andUndoneByItsReversal() throws Exception {
    DecisionId decision = banned("hook-1");
    done(decision);
    assertThat(RECEIVER.actsOn("hook-1"))
        .containsExactly(
            "apply quarantine-media", "apply remove-message", "apply ban-account", "apply notify");
    assertThat(RECEIVER.told("hook-1")).singleElement().asString().contains("What it shows.");

    assertThat(reversals.reverse(decision, new Caller.Local())).isTrue();

    ended(
        decision,
        "MEASURE BAN_ACCOUNT DONE",
        "MEASURE NOTIFY DONE",
        "MEASURE QUARANTINE_MEDIA DONE",
        "MEASURE REMOVE_MESSAGE DONE",
        "UNDO BAN_ACCOUNT DONE",
        "UNDO NOTIFY DONE",
        "UNDO QUARANTINE_MEDIA DONE",
        "UNDO REMOVE_MESSAGE DONE");
    List<String> acts = RECEIVER.actsOn("hook-1");
    assertThat(acts).hasSize(8).endsWith("undo notify");
    assertThat(acts.subList(4, 7))
        .containsExactlyInAnyOrder(
            "undo quarantine-media", "undo remove-message", "undo ban-account");
    assertThat(RECEIVER.told("hook-1").getLast()).contains("no longer applies", "ne s’applique");
  }

  @Test
  void receiverThatWasDown_getsEachActionOnce_andTheLogNamesNobody(CapturedOutput log)
      throws Exception {
    RECEIVER.is(Mood.FAILING);
    DecisionId decision = banned("hook-2");
    Eventually.holds(() -> failed(decision) > 0);
    assertThat(RECEIVER.actsOn("hook-2")).isEmpty();

    RECEIVER.is(Mood.WELL);

    done(decision);
    assertThat(RECEIVER.actsOn("hook-2"))
        .containsExactlyInAnyOrder(
            "apply quarantine-media", "apply remove-message", "apply ban-account", "apply notify")
        .endsWith("apply notify");
    assertThat(log.getAll())
        .contains("effect not delivered", "NotAccepted")
        .doesNotContain(SECRET, "hook-2", RECEIVER.url());
  }

  private int failed(DecisionId decision) {
    return jdbc.sql("""
            select count(*) from enforcement.action where decision_id = :decision and attempted
            """)
        .param("decision", decision.value())
        .query(Integer.class)
        .single();
  }

  @Test
  void answerThatIsLost_makesAnotherDeliveryOfTheSameAction() throws Exception {
    RECEIVER.is(Mood.SILENT);
    DecisionId decision = banned("hook-3");
    Eventually.holds(() -> failed(decision) > 0);

    RECEIVER.is(Mood.WELL);

    done(decision);
    assertThat(RECEIVER.actsOn("hook-3")).hasSize(4).doesNotHaveDuplicates();
    assertThat(RECEIVER.asked().values()).anyMatch(times -> times > 1);
  }
}
