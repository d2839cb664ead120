package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.vigie.server.ServerTest;
import org.vigie.server.scan.ScanWorld;

/// A filter is a promise: the next case is within it, it lives in the address, and it says how much
/// it hides.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class FilterPagesTest {
  private final ReviewScene scene;

  @Autowired
  FilterPagesTest(ReviewScene scene) {
    this.scene = scene;
  }

  private MockHttpServletResponse decide(long id, ReviewScene.Reviewer by, String within)
      throws Exception {
    String address = "/review/cases/" + id;
    String version = ReviewScene.version(scene.open(address, by));
    return scene.send(
        address + "/decide", by, "version", version, "verdict", "none", "within", within);
  }

  @Test
  void nextCase_withinAFilter_staysWithinIt_alsoAfterADecisionAndASkip() throws Exception {
    long other = scene.scanned(9_340, "other-1");
    long first = scene.scanned(9_341, "wäve & 1");
    long second = scene.scanned(9_342, "wäve & 2");
    ReviewScene.Reviewer ana = scene.reviewer("Ana Example");
    String within = "about=w%C3%A4ve%20%26";
    assertThat(scene.open("/review?about=wäve", ana).getContentAsString())
        .contains("name=\"within\" value=\"about=w%C3%A4ve\"", "“wäve”", "Hides one open case.");

    String next = scene.send("/review/next", ana, "within", within).getRedirectedUrl();
    assertThat(next).startsWith("/review/cases/" + first + "?within=about%3D");
    assertThat(
            scene.open("/review/cases/" + first + "?within=about=wave", ana).getContentAsString())
        .contains("name=\"within\" value=\"about=wave\"", "“wave”")
        .contains("href=\"/review?about=wave\"");
    assertThat(decide(first, ana, within).getRedirectedUrl())
        .startsWith("/review/cases/" + second + "?within=about%3D");
    MockHttpServletResponse skipped =
        scene.send("/review/cases/" + second + "/skip", ana, "within", within);

    assertThat(skipped.getRedirectedUrl()).as("nothing more").startsWith("/review?about=");
    assertThat(scene.state(other)).isEqualTo("OPEN");
    assertThat(scene.send("/review/next", ana, "within", "").getRedirectedUrl())
        .isEqualTo("/review/cases/" + other);
    scene.send("/review/cases/" + other + "/release", ana);
  }

  @Test
  void caseFetchedAhead_isOneOfTheFilter() throws Exception {
    scene.scanned(9_343, "ahead-other");
    ReviewScene.Reviewer bea = scene.reviewer("Bea Example");

    assertThat(scene
            .send("/review/ahead", bea, "within", "about=nobody-of-this-name")
            .getContentAsString())
        .isEqualTo("[]");
  }

  @Test
  void filter_usedBefore_isForgottenWithoutItsAddress() throws Exception {
    long id = scene.scanned(9_344, "forgotten");
    ReviewScene.Reviewer cat = scene.reviewer("Cat Example");
    String shown = "href=\"/review/cases/" + id + "\"";

    assertThat(scene.open("/review?about=nobody-of-this-name", cat).getContentAsString())
        .doesNotContain(shown);
    assertThat(scene.open("/review", cat).getContentAsString()).contains(shown);
  }

  /// A filter that cannot be read would hide nothing.
  @ParameterizedTest
  @ValueSource(strings = {"queue=%00", "category=No!", "about=%00", "about=%zz", "about=%"})
  void within_thatIsNoFilter_isRefused(String within) throws Exception {
    long id = scene.scanned(9_346 + within.hashCode() % 100, "no-filter" + within.hashCode());
    ReviewScene.Reviewer dan = scene.reviewer("Dan Example");

    assertThat(scene.send("/review/next", dan, "within", within).getStatus()).isEqualTo(400);
    assertThat(scene.state(id)).isEqualTo("OPEN");
  }

  @Test
  void address_thatNamesNoCategory_isRefused() throws Exception {
    ReviewScene.Reviewer dan = scene.reviewer("Dan Example");

    assertThat(scene.open("/review?category=No!", dan).getStatus()).isEqualTo(400);
    assertThat(
            scene.send("/review/filters", dan, "category", "No!", "name", "all").getStatus())
        .isEqualTo(400);
  }
}
