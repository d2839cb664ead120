package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.vigie.connector.Reference;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.ScanWorld;
import org.vigie.testkit.Eventually;

/// Content that was seen many times is looked at once, and where it is in another case, both say
/// so.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class SameContentPagesTest {
  private static final Pattern MEDIUM = Pattern.compile("data-medium=\"([^\"]+)\"");

  private final ReviewScene scene;

  @Autowired
  SameContentPagesTest(ReviewScene scene) {
    this.scene = scene;
  }

  private void scan(int seed, String room, String message) {
    scene.scanner.scan(
        new ScanRequest(
            new Caller.Local(),
            Optional.empty(),
            new Subject(
                MadeUpSubjects.MAIN,
                Surface.PUBLIC,
                Optional.of(new Reference(room)),
                Optional.empty(),
                Optional.of(new Reference(message)))),
        Media.of(MadeUpMedia.png(seed)));
  }

  private List<Long> cases(String room, int sightings) {
    Eventually.holds(() -> scene
            .jdbc
            .sql("select coalesce(sum(seen), 0) from review.review_case where room = :room")
            .param("room", room)
            .query(Integer.class)
            .single()
        == sightings);
    return scene
        .jdbc
        .sql("select case_id from review.review_case where room = :room order by category")
        .param("room", room)
        .query(Long.class)
        .list();
  }

  private static Digest digest(int seed) {
    return Digest.of(DigestType.SHA256, MadeUpMedia.png(seed));
  }

  @Test
  void content_seenManyTimes_isShownOnceWithItsPlaces_andOneLookIsRecorded() throws Exception {
    scene.banks.add(ScanWorld.PETTY, digest(401));
    for (int i = 0; i < 4; i++) {
      scan(401, "same-room", "message-" + i);
    }
    long id = cases("same-room", 4).getFirst();
    ReviewScene.Reviewer ann = scene.reviewer("Ann Example");
    scene.send("/review/cases/" + id + "/claim", ann);
    String page = scene.open("/review/cases/" + id, ann).getContentAsString();

    List<String> media =
        MEDIUM.matcher(page).results().map(result -> result.group(1)).toList();
    assertThat(media).hasSize(1);
    assertThat(page.split("<caption", -1)).as("one table of matches").hasSize(2);
    assertThat(page.split("Seen 4 times, first on ", -1)).hasSize(3);
    assertThat(page)
        .contains("<details><summary>When and where")
        .contains("Room same-room, Message message-0", "Room same-room, Message message-3");
    scene.open(media.getFirst(), ann);
    assertThat(scene
            .jdbc
            .sql("select count(*) from review.exposure where person_id = :person")
            .param("person", ann.id().value())
            .query(Integer.class)
            .single())
        .isOne();
    scene.send("/review/cases/" + id + "/release", ann);
  }

  @Test
  void contents_thatDiffer_areShownEach() throws Exception {
    scene.banks.add(ScanWorld.PETTY, digest(402));
    scene.banks.add(ScanWorld.PETTY, digest(403));
    scene.scan("two-files", MadeUpMedia.png(402), Surface.PUBLIC);
    Eventually.holds(() -> !scene.casesOf("two-files").isEmpty());
    scene.scan("two-files", MadeUpMedia.png(403), Surface.PUBLIC);
    long id = scene.casesOf("two-files").getFirst();
    Eventually.holds(() -> seen(id) == 2);
    ReviewScene.Reviewer ben = scene.reviewer("Ben Example");
    scene.send("/review/cases/" + id + "/claim", ben);
    String page = scene.open("/review/cases/" + id, ben).getContentAsString();

    assertThat(MEDIUM.matcher(page).results().map(MatchResult::group).toList()).hasSize(2);
    assertThat(page).doesNotContain("When and where");
    scene.send("/review/cases/" + id + "/release", ben);
  }

  @Test
  void filesThatCannotBeRead_areShownEach() throws Exception {
    scene.scan(
        "unreadable", "GIF89a, but no picture".getBytes(StandardCharsets.US_ASCII), Surface.PUBLIC);
    Eventually.holds(() -> !scene.casesOf("unreadable").isEmpty());
    scene.scan(
        "unreadable", "GIF89a, and no other".getBytes(StandardCharsets.US_ASCII), Surface.PUBLIC);
    long id = scene.casesOf("unreadable").getFirst();
    Eventually.holds(() -> seen(id) == 2);
    ReviewScene.Reviewer dot = scene.reviewer("Dot Example");
    scene.send("/review/cases/" + id + "/claim", dot);
    String page = scene.open("/review/cases/" + id, dot).getContentAsString();

    assertThat(page).doesNotContain("Seen 2 times");
    scene.send("/review/cases/" + id + "/release", dot);
  }

  private int seen(long id) {
    return scene
        .jdbc
        .sql("select seen from review.review_case where case_id = :case")
        .param("case", id)
        .query(Integer.class)
        .single();
  }

  @Test
  void content_inTwoCategories_isShownOnBothPages_exceptToPeopleWhoOptedOut() throws Exception {
    scene.banks.add(ScanWorld.PETTY, digest(404));
    scene.banks.add(ScanWorld.GRAVE, digest(404));
    scan(404, "two-categories", "message");
    List<Long> both = cases("two-categories", 2);
    String grave = "/review/cases/" + both.getFirst();
    String petty = "/review/cases/" + both.getLast();
    ReviewScene.Reviewer cas = scene.reviewer("Cas Example");

    assertThat(both).hasSize(2);
    assertThat(scene.open(petty, cas).getContentAsString())
        .contains("The same content is also in:", "href=\"" + grave + "\"");
    assertThat(scene.open(grave, cas).getContentAsString())
        .contains("The same content is also in:", "href=\"" + petty + "\"");
    optOut(cas, "grave-content");
    assertThat(scene.open(petty, cas).getContentAsString())
        .contains("also in one case of categories you don’t review")
        .doesNotContain("href=\"" + grave + "\"");
  }

  private void optOut(ReviewScene.Reviewer person, String category) {
    scene
        .jdbc
        .sql("insert into review.opt_out values (:person, :category, now())")
        .param("person", person.id().value())
        .param("category", category)
        .update();
  }
}
