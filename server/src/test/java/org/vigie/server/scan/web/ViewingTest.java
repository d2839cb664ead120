package org.vigie.server.scan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.Scope;
import org.vigie.server.access.TestCallers;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.ScanWorld;

/// The ledger records everybody who sees a scan, a person or a bank's members.
@ServerTest
@Import(ScanWorld.class)
@TestPropertySource(properties = "vigie.scan.deadline=60s")
final class ViewingTest {
  private static final String PUBLIC = "{\"surface\":\"public\"}";
  private static final String VIEWER = "person:00000000-0000-4000-8000-000000000001";

  private final MockMvc http;
  private final Api api;
  private final People people;
  private final JdbcClient jdbc;

  @Autowired
  ViewingTest(MockMvc http, People people, JdbcClient jdbc) {
    this.http = http;
    this.api = new Api(http);
    this.people = people;
    this.jdbc = jdbc;
  }

  private long last() {
    return jdbc.sql("select coalesce(max(entry_id), 0) from access.ledger")
        .query(Long.class)
        .single();
  }

  private List<String> since(long entry) {
    return jdbc.sql("""
            select concat_ws(' | ', caller, act, subject, detail) from access.ledger
             where entry_id > :entry order by entry_id""").param("entry", entry).query(String.class).list();
  }

  private int open(String address, RequestPostProcessor caller) throws Exception {
    return http.perform(get(address).with(caller)).andReturn().getResponse().getStatus();
  }

  private int open(String address, Role role) throws Exception {
    return open(address, TestCallers.person(role));
  }

  @Test
  void scan_opened_leavesOneEntry() throws Exception {
    String id = api.scan(PUBLIC, MadeUpMedia.png(61)).json().path("scan_id").asString();
    long before = last();
    assertThat(open("/scans/" + id, Role.REVIEWER)).isEqualTo(200);
    assertThat(since(before)).containsExactly(VIEWER + " | scan opened | scan:" + id + " | ");
  }

  @Test
  void scans_listed_leaveOneEntryWithTheFilter() throws Exception {
    long before = last();
    assertThat(open("/scans?outcome=clear&hours=24", Role.REVIEWER)).isEqualTo(200);
    assertThat(since(before))
        .containsExactly(VIEWER + " | scans listed | scans | outcome=clear hours=24");
  }

  @Test
  void person_opened_leavesOneEntry() throws Exception {
    String id = people
        .invite(
            new Caller.Vigie(),
            new PersonName("Seen Person"),
            new EmailAddress("seen@example.org"),
            Set.of(Role.REVIEWER))
        .orElseThrow()
        .value()
        .toString();
    long before = last();
    assertThat(open("/people/" + id, Role.AUDITOR)).isEqualTo(200);
    assertThat(since(before)).containsExactly(VIEWER + " | person opened | person:" + id + " | ");
  }

  @Test
  void bank_exportedByAPersonOrAProgram_leavesOneEntryEach() throws Exception {
    int bank = jdbc.sql("""
            insert into bank.bank (name, kind, category, radius, min_quality, enabled_share,
              verified, provenance, created_at)
            values ('EXPORTED', 'POSITIVE', 'scams-and-fraud', 31, 50, 1, false, '', now())
            returning bank_id""").query(Integer.class).single();
    long before = last();
    assertThat(open("/banks/EXPORTED/export?form=json", Role.REVIEWER)).isEqualTo(200);
    assertThat(open("/api/v1/banks/EXPORTED/export", TestCallers.key(Scope.BANKS_READ)))
        .isEqualTo(200);
    assertThat(since(before))
        .containsExactly(
            VIEWER + " | bank exported | bank:" + bank + " | form=JSON",
            "key:testtesttest | bank exported | bank:" + bank + " | form=HASH_LIST");
  }

  private int explain(byte[] media, Role role) throws Exception {
    return http.perform(multipart("/debugger")
            .file(new MockMultipartFile("media", "a.png", "image/png", media))
            .with(csrf().asHeader())
            .with(TestCallers.person(role)))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  @Test
  void matches_explained_leaveOneEntry() throws Exception {
    long before = last();
    assertThat(explain(MadeUpMedia.png(62), Role.LEAD)).isEqualTo(200);
    assertThat(since(before)).singleElement().asString().startsWith(VIEWER + " | matches debugged");
  }

  @Test
  void matches_withoutAFileOrThePermission_leaveNone() throws Exception {
    long before = last();
    assertThat(explain(new byte[0], Role.LEAD)).isEqualTo(200);
    assertThat(explain(MadeUpMedia.png(63), Role.REVIEWER)).isEqualTo(403);
    assertThat(since(before)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/scans, ADMINISTRATOR, 403",
    "/scans?outcome=guilty, REVIEWER, 400",
    "/scans/0190f3a0-0000-7000-8000-000000000001, ADMINISTRATOR, 403",
    "/scans/0190f3a0-0000-7000-8000-000000000001, REVIEWER, 404",
    "/people/00000000-0000-4000-8000-000000000009, REVIEWER, 403",
    "/people/00000000-0000-4000-8000-000000000009, AUDITOR, 404",
    "/banks/NO_SUCH_BANK/export, REVIEWER, 404",
    "/banks/NO_SUCH_BANK/export?form=json, LIST_MANAGER, 404"
  })
  void refusal_leavesNoEntry(String address, Role role, int status) throws Exception {
    long before = last();
    assertThat(open(address, role)).isEqualTo(status);
    assertThat(since(before)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/banks"})
  void overview_leavesNoEntry(String address) throws Exception {
    long before = last();
    assertThat(open(address, Role.AUDITOR)).isEqualTo(200);
    assertThat(since(before)).isEmpty();
  }
}
