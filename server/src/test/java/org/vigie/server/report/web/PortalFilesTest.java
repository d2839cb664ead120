package org.vigie.server.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.Organisation;
import org.vigie.server.access.OrganisationId;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestPeople;
import org.vigie.server.access.web.CallerAuthentication;
import org.vigie.server.evidence.Vault;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Flagger;
import org.vigie.server.report.Notice;
import org.vigie.server.report.NoticeId;
import org.vigie.server.report.Notices;
import org.vigie.server.report.flagging.FlaggerRegister;
import org.vigie.server.scan.MadeUpMedia;

/// Files that come with a notice of the portal.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "vigie.report.quota.organisation=1MB")
final class PortalFilesTest {
  private static final Caller VIGIE = new Caller.Vigie();

  private final MockMvc http;
  private final People people;
  private final Notices notices;
  private final Vault vault;
  private final JdbcClient jdbc;
  private RequestPostProcessor person = request -> request;

  @Autowired
  PortalFilesTest(MockMvc http, People people, Notices notices, Vault vault, JdbcClient jdbc) {
    this.http = http;
    this.people = people;
    this.notices = notices;
    this.vault = vault;
    this.jdbc = jdbc;
  }

  @BeforeAll
  void makeHotline(@Autowired FlaggerRegister flaggers) {
    OrganisationId hotline = new OrganisationId(UUID.randomUUID());
    people.add(VIGIE, new Organisation(hotline, "Filing Hotline", Organisation.Kind.HOTLINE, "FR"));
    flaggers.propose(
        TestPeople.invite(people, Role.LEAD),
        new Flagger(
            hotline,
            Flagger.Status.TRUSTED_FLAGGER,
            "A coordinator",
            Set.of(new CategoryKey("phishing")),
            LocalDate.of(2020, 1, 1),
            Optional.empty(),
            new Flagger.Check.Proposed("", Instant.EPOCH)));
    flaggers.verify(TestPeople.invite(people, Role.LEGAL), hotline);
    PersonId id = people
        .invite(
            VIGIE,
            new PersonName("Invented Person"),
            new EmailAddress("files@example.org"),
            Set.of(Role.FLAGGER))
        .orElseThrow();
    people.setOrganisation(VIGIE, id, Optional.of(hotline));
    person = authentication(new CallerAuthentication(
        new Caller.Person(id), "Invented Person", Role.FLAGGER.permissions()));
  }

  private ResultActions sendForm(String link, byte[]... files) throws Exception {
    MockMultipartHttpServletRequestBuilder form = multipart("/flagger/notices");
    for (byte[] file : files) {
      form.file(new MockMultipartFile("attachments", "a.png", "image/png", file));
    }
    return http.perform(form.param("category", "phishing")
        .param("surface", "public")
        .param("link", link)
        .param("explanation", "A made-up reason.")
        .param("good_faith", "true")
        .with(person)
        .with(csrf().asHeader()));
  }

  private List<Notice> sentFrom(String link) {
    return jdbc
        .sql("select notice_id from report.place where address = :link")
        .param("link", link)
        .query(UUID.class)
        .list()
        .stream()
        .map(id -> notices.find(new NoticeId(id)).orElseThrow())
        .toList();
  }

  @Test
  void portal_givenFiles_scansAndSealsThemAsTheyWereSent() throws Exception {
    byte[] picture = MadeUpMedia.png(77);
    byte[] text = "no picture at all".getBytes(StandardCharsets.UTF_8);
    String link = "https://chat.example.org/with-files";
    sendForm(link, picture, new byte[0], text).andExpect(status().isFound());
    Notice notice = sentFrom(link).getFirst();

    assertThat(notice.evidence())
        .extracting(id -> vault.find(id).orElseThrow().length())
        .containsExactly((long) picture.length, (long) text.length);
    assertThat(jdbc.sql("select count(*) from report.attachment"
                + " where notice_id = :id and scan_id is not null")
            .param("id", notice.id().value())
            .query(Integer.class)
            .single())
        .as("what is no picture is scanned, too, and kept for people to look at")
        .isEqualTo(2);
  }

  @Test
  void portal_givenFilesThatAreTooLargeOrTooMany_saysSoAndKeepsWhatWasTyped() throws Exception {
    String link = "https://chat.example.org/too-much";
    sendForm(link, new byte[10 * 1024 * 1024 + 1])
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("A file is too large")))
        .andExpect(content().string(containsString(link)))
        .andExpect(content().string(containsString("A made-up reason.")));
    byte[] small = {1};
    sendForm(link, small, small, small, small)
        .andExpect(status().isUnprocessableContent())
        .andExpect(content().string(containsString("These are too many")));
    assertThat(sentFrom(link)).isEmpty();
  }

  @Test
  void portal_overTheQuotaOfItsOrganisation_takesTheNoticeWithoutItsFiles() throws Exception {
    String link = "https://chat.example.org/over-quota";
    sendForm(link, new byte[1_100_000])
        .andExpect(status().isFound())
        .andExpect(flash().attribute("notice", containsString("without its files")));
    assertThat(sentFrom(link).getFirst().evidence()).isEmpty();
  }
}
