package org.vigie.server.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.server.ServerTest;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Act;
import org.vigie.server.access.Caller;
import org.vigie.server.access.LedgerActs;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.access.ledger.AccessAct;
import org.vigie.server.frame.Language;
import org.vigie.server.frame.Texts;
import org.vigie.server.frame.page.Identifier;

/// The acts of the ledger, and the page that shows them.
@ServerTest
@AutoConfigureMockMvc
final class LedgerTest {
  private static final Caller VIGIE = new Caller.Vigie();

  @Autowired
  private MockMvc http;

  @Autowired
  private AccessLedger ledger;

  @Autowired
  private List<LedgerActs> modules;

  @Autowired
  private MessageSource messages;

  @Autowired
  private JdbcClient jdbc;

  /// An act of a version of Vigie that is not this one.
  private enum Forgotten implements Act {
    SOMETHING_FORGOTTEN;

    @Override
    public String textKey() {
      return "";
    }
  }

  private Stream<? extends Act> acts() {
    return modules.stream().flatMap(module -> module.acts().stream());
  }

  private static String fresh(String kind) {
    return kind + ":" + UUID.randomUUID();
  }

  private String page(String language, Map<String, String> query) throws Exception {
    var request =
        get("/ledger").queryParam("lang", language).with(TestCallers.person(Role.AUDITOR));
    query.forEach(request::param);
    return http.perform(request)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @ParameterizedTest
  @CsvSource({
    "FIRST_ADMINISTRATOR, first administrator",
    "PERSON_DISABLED, person disabled",
    "PERSON_ENABLED, person enabled",
    "ORGANISATION_ADDED, organisation added",
    "ORGANISATION_CHANGED, organisation changed",
    "ENROLMENT_LINK_MADE, enrolment link made",
    "ENROLLED, enrolled",
    "SIGN_IN_REFUSED, sign-in refused",
    "SINGLE_SIGN_ON_LINKED, single sign-on linked",
    "PASSWORD_SET, password set",
    "PASSWORD_REMOVED, password removed",
    "PASSKEY_ADDED, passkey added",
    "PASSKEY_REMOVED, passkey removed",
    "RECOVERY_CODES_REPLACED, recovery codes replaced",
    "KEY_ADDED, key added",
    "KEY_REVOKED, key revoked",
    "LEDGER_EXPORTED, ledger exported",
    "POLICY_REVISED, policy revised",
    "BANK_CHANGED, bank changed",
    "MEMBER_CHANGED, member changed",
    "MEMBERS_IMPORTED, members imported",
    "SIGNAL_TYPE_RATIO_SET, signal type ratio set",
    "MATCHES_DEBUGGED, matches debugged"
  })
  void phrase_thatEarlierVersionsStored_isStillThatOfTheAct(String name, String phrase) {
    assertThat(acts().filter(act -> act.phrase().equals(phrase)))
        .extracting(Act::name)
        .containsExactly(name);
  }

  @Test
  void phrases_ofAllModules_areDifferentAndNoneBeginsAnother() {
    List<String> phrases = acts().map(Act::phrase).toList();
    assertThat(phrases)
        .hasSizeGreaterThan(30)
        .allSatisfy(phrase -> assertThat(phrases)
            .filteredOn(other -> other.startsWith(phrase))
            .containsExactly(phrase));
  }

  @Test
  void acts_ofAllModules_haveDifferentWordsInBothLanguages() {
    for (Language language : Language.values()) {
      Texts texts = new Texts(language, messages);
      assertThat(acts().map(act -> texts.get(act.textKey())))
          .doesNotHaveDuplicates()
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void act_onAFrenchPage_isInFrenchWithItsDetail() throws Exception {
    String subject = fresh("person");
    ledger.record(VIGIE, AccessAct.ROLES_CHANGED, subject, "from=LEAD to=LEAD,REVIEWER");
    assertThat(page("fr", Map.of("subject", subject)))
        .contains(">Rôles modifiés</td>", ">from=LEAD<", ">to=LEAD,REVIEWER<")
        .contains("<a href=\"/people/" + subject.substring(7) + "\" title=\"" + subject + "\">")
        .doesNotContain(">roles changed");
  }

  @Test
  void act_unknown_isShownAsStored() throws Exception {
    String subject = fresh("person");
    ledger.record(VIGIE, Forgotten.SOMETHING_FORGOTTEN, subject);
    assertThat(page("fr", Map.of("subject", subject)))
        .contains(" lang=\"en\">something forgotten</td>");
    assertThat(page("fr", Map.of("act", "something forgotten")))
        .contains("<option value=\"something forgotten\" selected>", subject);
  }

  @Test
  void acts_inTheFilter_areGroupedByModuleAndTheChosenOneIsKept() throws Exception {
    String subject = fresh("person");
    ledger.record(VIGIE, AccessAct.PASSKEY_ADDED, subject);
    ledger.record(VIGIE, AccessAct.PASSKEY_REMOVED, subject);
    assertThat(page("en", Map.of("act", "passkey added", "subject", subject)))
        .contains("<optgroup label=\"Banks\">", "<optgroup label=\"Access\">")
        .contains("<option value=\"passkey added\" selected>Passkey added</option>")
        .contains(">Passkey added</td>")
        .doesNotContain(">Passkey removed</td>");
  }

  @Test
  void subjects_withAPage_areLinked() throws Exception {
    Map<String, String> pages = Map.of(
        "key:testtesttest", "/keys#testtesttest",
        "policy:1", "/policy/revisions/1",
        "scan:0190f3a0-0000-7000-8000-000000000001", "/scans/0190f3a0-0000-7000-8000-000000000001",
        "organisation:0190f3a0-0000-4000-8000-000000000001", "/people#organisations-title");
    for (Map.Entry<String, String> each : pages.entrySet()) {
      ledger.record(VIGIE, Forgotten.SOMETHING_FORGOTTEN, each.getKey());
      assertThat(page("en", Map.of("subject", each.getKey())))
          .contains("<a href=\"" + each.getValue() + "\" title=\"" + each.getKey() + "\">"
              + Identifier.shortened(each.getKey()) + "</a>");
    }
  }

  @Test
  void subjects_ofBanks_leadToTheBankUntilItIsClosed() {
    int bank = jdbc.sql("""
            insert into bank.bank (name, kind, category, radius, min_quality, enabled_share,
              verified, provenance, created_at)
            values ('LEDGER_TEST', 'POSITIVE', 'scams-and-fraud', 31, 50, 1, false, '', now())
            returning bank_id""").query(Integer.class).single();
    long member = jdbc.sql("""
            insert into bank.member (bank_id, reference, source, category, note, status, added_at,
              added_by)
            values (:bank, 'one', '', '', '', 'ACTIVE', now(), 'vigie') returning member_id""").param("bank", bank).query(Long.class).single();
    Set<String> subjects = Set.of("bank:" + bank, "member:" + member, "bank:nonsense", "member:");
    assertThat(paths(subjects))
        .containsExactly(
            tuple("bank:" + bank, "/banks/LEDGER_TEST"),
            tuple("member:" + member, "/banks/LEDGER_TEST/members/" + member));
    jdbc.sql("update bank.bank set closed_at = now() where bank_id = :bank")
        .param("bank", bank)
        .update();
    assertThat(paths(subjects)).isEmpty();
  }

  private List<Tuple> paths(Set<String> subjects) {
    return modules.stream()
        .flatMap(module -> module.pages(subjects).entrySet().stream())
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .map(page -> tuple(page.getKey(), page.getValue().path()))
        .toList();
  }

  @Test
  void detail_withWordsOfPeople_isRefusedByPostgresql() {
    assertThatThrownBy(() -> ledger.record(
            VIGIE, AccessAct.PERSON_OPENED, fresh("person"), "note=\"what a person typed\""))
        .isInstanceOf(DataAccessException.class);
  }
}
