package org.vigie.server.scan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.scan.MadeUpBanks;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.ScanWorld;
import tools.jackson.databind.JsonNode;

/// The pages of scans, and the match debugger.
@ServerTest
@Import(ScanWorld.class)
@TestPropertySource(properties = "vigie.scan.deadline=60s")
final class ScanPagesTest {
  private static final String PUBLIC = "{\"surface\":\"public\",\"room\":\"room <1>\"}";

  private final MockMvc http;
  private final Api api;
  private final MadeUpBanks banks;
  private final JdbcClient jdbc;

  @Autowired
  ScanPagesTest(MockMvc http, MadeUpBanks banks, JdbcClient jdbc) {
    this.http = http;
    this.api = new Api(http);
    this.banks = banks;
    this.jdbc = jdbc;
  }

  private MockHttpServletResponse open(String address, Role role) throws Exception {
    return http.perform(get(address).with(TestCallers.person(role))).andReturn().getResponse();
  }

  @Test
  void scans_inBothLanguages_areListedAndLead() throws Exception {
    byte[] media = MadeUpMedia.png(31);
    banks.add(ScanWorld.GRAVE, Digest.of(DigestType.SHA256, media));
    String id = api.scan(PUBLIC, media).json().path("scan_id").asString();

    assertThat(open("/scans", Role.REVIEWER).getContentAsString())
        .contains("/scans/" + id, "Matched");
    assertThat(open("/scans?outcome=matched&lang=fr", Role.REVIEWER).getContentAsString())
        .contains("Correspondance");
    assertThat(open("/scans?outcome=clear", Role.REVIEWER).getContentAsString())
        .doesNotContain("/scans/" + id);
    assertThat(open("/scans/" + id, Role.REVIEWER).getContentAsString())
        .contains("GRAVE", "room &lt;1&gt;", "Quarantine, immediately", ">Category ");
    assertThat(open("/scans/" + id + "?lang=fr", Role.REVIEWER).getContentAsString())
        .contains(">Catégorie ");
  }

  @Test
  void scan_matchOfAPictureOrOfADigest_saysHowFarOrThatItIsEqual() throws Exception {
    byte[] media = MadeUpMedia.png(34);
    JsonNode signals = api.scan(PUBLIC, media).json().path("signals");
    JsonNode picture = signals.get(signals.size() - 1);
    banks.add(ScanWorld.GRAVE, PdqSignal.parse(picture.path("value").asString()));
    assertThat(matched(media)).contains("0 (radius").doesNotContain(">equal<");

    byte[] other = MadeUpMedia.png(35);
    banks.add(ScanWorld.GRAVE, Digest.of(DigestType.SHA1, other));
    assertThat(matched(other)).contains(">equal<").doesNotContain("(radius");
  }

  private String matched(byte[] media) throws Exception {
    String id = api.scan(PUBLIC, media).json().path("scan_id").asString();
    return open("/scans/" + id, Role.REVIEWER).getContentAsString();
  }

  @Test
  void scans_filterThatIsUnknown_isRefused() throws Exception {
    assertThat(open("/scans?outcome=guilty", Role.REVIEWER).getStatus()).isEqualTo(400);
    assertThat(open("/scans?before=x", Role.REVIEWER).getStatus()).isEqualTo(404);
    assertThat(open("/scans/x", Role.REVIEWER).getStatus()).isEqualTo(404);
  }

  @Test
  void scans_withoutThePermission_areRefused() throws Exception {
    assertThat(open("/scans", Role.ADMINISTRATOR).getStatus()).isEqualTo(403);
    assertThat(open("/debugger", Role.REVIEWER).getStatus()).isEqualTo(403);
  }

  @Test
  void scan_overTheApi_isSeenOnlyByTheKeyThatSubmittedIt() {
    String id = api.scan(PUBLIC, MadeUpMedia.png(32)).json().path("scan_id").asString();

    assertThat(api.call(get("/api/v1/scans/" + id)).json().path("scan_id").asString())
        .isEqualTo(id);
    Api other = new Api(http, "cccccccccccc");
    assertThat(other.call(get("/api/v1/scans/" + id)).status()).isEqualTo(404);
    assertThat(api.call(get("/api/v1/scans/" + id.toUpperCase(Locale.ROOT))).status())
        .isEqualTo(404);
  }

  private String explained(byte[] media, String language) throws Exception {
    return http.perform(multipart("/debugger")
            .file(new MockMultipartFile("media", "a.png", "image/png", media))
            .queryParam("lang", language)
            .with(csrf().asHeader())
            .with(TestCallers.person(Role.LEAD)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void debugger_file_isExplainedAndNotStored() throws Exception {
    byte[] media = MadeUpMedia.png(33);
    banks.add(ScanWorld.PETTY, Digest.of(DigestType.SHA1, media));
    long before = jdbc.sql("select count(*) from scan.scan").query(Long.class).single();

    String page = explained(media, "en");

    assertThat(page).contains("PETTY", "Counts as a match", "rotate-90", "512 × 384");
    assertThat(explained(media, "fr")).contains("Compte comme correspondance", ">Catégorie ");
    assertThat(jdbc.sql("select count(*) from scan.scan").query(Long.class).single())
        .isEqualTo(before);
  }

  @Test
  void debugger_noFile_asksForOne() throws Exception {
    assertThat(explained(new byte[0], "en")).contains("The file is empty. Choose another one.");
  }
}
