package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.scan.ScanWorld;

/// Leads at their page.
@ServerTest
@Import({ScanWorld.class, ReviewScene.Wiring.class})
final class LeadPageTest {
  private final ReviewScene scene;

  @Autowired
  LeadPageTest(ReviewScene scene) {
    this.scene = scene;
  }

  @Test
  void lead_inBothLanguages_seesQueuesAndAgreement() throws Exception {
    scene.scanned(55, "ivan");
    RequestPostProcessor lead = TestCallers.person(Role.LEAD);
    assertThat(scene.page("/review/lead", lead))
        .contains("Low", "Cohen’s kappa", "<svg class=\"chart\"", "Nothing waits to be judged");
    assertThat(scene.page("/review/lead?lang=fr", lead))
        .contains("Travail de modération", "kappa de Cohen");
    assertThat(scene
            .http
            .perform(post("/review/lead/checks/" + UUID.randomUUID())
                .param("verdict", "none")
                .with(lead)
                .with(csrf()))
            .andReturn()
            .getResponse()
            .getRedirectedUrl())
        .isEqualTo("/review/lead");
    assertThat(scene
            .http
            .perform(get("/review/lead").with(scene.reviewer("Judy").signedIn()))
            .andReturn()
            .getResponse()
            .getStatus())
        .isEqualTo(403);
  }
}
