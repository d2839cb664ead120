package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.vigie.server.ServerTest;
import org.vigie.server.scan.ScanWorld;

/// Nobody bans by accident: a ban takes a look at the media, and the button bears what it does.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class UnseenBanPagesTest {
  private final ReviewScene scene;

  @Autowired
  UnseenBanPagesTest(ReviewScene scene) {
    this.scene = scene;
  }

  @Test
  void ban_beforeTheMediaWasSeen_isRefusedWithTheWaysOut_andDecidedAfterALook() throws Exception {
    long id = scene.scanned(9_320, "ned");
    ReviewScene.Reviewer fay = scene.reviewer("Fay Example");
    String evidence = scene.evidenceOf(id);
    String address = "/review/cases/" + id;
    scene.send(address + "/claim", fay);
    MockHttpServletResponse page = scene.open(address, fay);
    assertThat(page.getContentAsString()).doesNotContain("name=\"waiver\"");
    String version = ReviewScene.version(page);
    scene.open(address + "/media/" + evidence + "?veiled=true", fay);

    MockHttpServletResponse refused = ban(fay, address, version);
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("View the media, or choose why", "value=\"blurred-is-enough\"")
        .doesNotContain("checked name=\"waiver\"");
    assertThat(scene.state(id)).isEqualTo("CLAIMED");

    scene.open(address + "/media/" + evidence, fay);
    assertThat(ban(fay, address, version).getStatus()).isEqualTo(302);
    assertThat(scene.state(id)).isIn("PENDING", "DECIDED");
  }

  private MockHttpServletResponse ban(ReviewScene.Reviewer by, String address, String version)
      throws Exception {
    return scene.send(
        address + "/decide",
        by,
        "version",
        version,
        "verdict",
        "remove-and-ban",
        "category",
        "petty-content",
        "ground",
        "terms",
        "reference",
        "4.2",
        "explanation",
        "Made up.");
  }

  /// Browsers press the first button of a form for Enter in a field.
  @Test
  void enterInAField_pressesAButtonThatDecidesNothing_alsoWithoutScripts() throws Exception {
    long id = scene.scanned(9_321, "enter");
    ReviewScene.Reviewer fay = scene.reviewer("Fay Example");
    String address = "/review/cases/" + id;
    scene.send(address + "/claim", fay);

    assertThat(scene.open(address, fay).getContentAsString())
        .containsPattern("(?s)<form[^>]*/decide\"(?:(?!<button).)*<button hidden disabled>");
  }

  @Test
  void button_bearsItsMeasures_inBothLanguages() throws Exception {
    ReviewScene.Reviewer fay = scene.reviewer("Fay Example");
    String asked = "/review/button?content=quarantine&account=suspend&days=30&countries=fr,de";

    assertThat(scene.open(asked, fay).getContentAsString())
        .contains("Remove in DE, FR and suspend for 30 days", "ACCOUNT:suspend:PT720H:");
    assertThat(scene.open(asked + "&lang=fr", fay).getContentAsString())
        .contains("Retirer en DE, FR et suspendre pour 30 jours");
    assertThat(scene.open("/review/button?content=none", fay).getContentAsString())
        .contains("Record a violation without a measure");
    assertThat(scene.open("/review/button?content=none&account=suspend", fay).getContentAsString())
        .contains("\"mark\":\"\"");
  }
}
