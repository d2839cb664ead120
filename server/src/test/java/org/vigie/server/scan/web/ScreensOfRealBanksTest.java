package org.vigie.server.scan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.fingerprint.Signal;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.scan.DecodingLane;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.SignalExtraction;
import org.vigie.server.scan.retro.NearSignal;
import org.vigie.testkit.Eventually;

/// Screens with real banks: why content no longer matches, and the panels of the first page.
@ServerTest
@TestPropertySource(properties = "vigie.scan.deadline=60s")
final class ScreensOfRealBanksTest {
  private static final Caller CALLER = new Caller.Vigie();

  private final MockMvc http;
  private final Banks banks;
  private final Members members;
  private final SignalExtraction extraction;

  @Autowired
  ScreensOfRealBanksTest(MockMvc http, Banks banks, Members members, SignalExtraction extraction) {
    this.http = http;
    this.banks = banks;
    this.members = members;
    this.extraction = extraction;
  }

  private Bank bank(String name) {
    Bank.MatchTerms terms = new Bank.MatchTerms(31, 50, 1);
    CategoryKey category = new CategoryKey("made-up");
    return banks.create(
        new BankDraft(new BankName(name), BankKind.POSITIVE, category, terms, true, ""), CALLER);
  }

  private Member add(Bank bank, Signal signal) {
    return members.add(bank.id(), List.of(MemberSignal.of(signal)), MemberDescription.NONE, CALLER);
  }

  private Member add(Bank bank, Signal signal, MemberStatus status) {
    return members.change(add(bank, signal).id(), StatusChange.of(status, "a test"), CALLER);
  }

  private String explained(byte[] media, String language) throws Exception {
    return http.perform(multipart("/debugger")
            .file(new MockMultipartFile("media", "a.png", "image/png", media))
            .queryParam("lang", language)
            .with(csrf().asHeader())
            .with(TestCallers.person(Role.LIST_MANAGER)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private String home(Role role, String language) throws Exception {
    return http.perform(get("/?lang=" + language).with(TestCallers.person(role)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void debugger_membersThatDoNotMatchAnyMore_areShownAsSuch() throws Exception {
    byte[] media = MadeUpMedia.png(41);
    Signal turned = extraction
        .extract(Media.of(media), DecodingLane.SCANS)
        .sought()
        .getLast()
        .signal();
    PdqSignal near = (PdqSignal) turned;
    PdqSignal nearer = NearSignal.without(3, near);
    PdqSignal far = new PdqSignal(0, ~near.w2(), near.w1(), near.w0());
    Bank bank = bank("IDLE");
    Member withdrawn = add(bank, nearer, MemberStatus.WITHDRAWN);
    Member setAside = add(bank, nearer, MemberStatus.SET_ASIDE);
    Member digest = add(bank, Digest.of(DigestType.SHA1, media), MemberStatus.WITHDRAWN);
    Member unlike = add(bank, far, MemberStatus.WITHDRAWN);
    Member disabled = add(bank, near);
    members.disable(disabled.id(), Optional.of(Instant.now().plus(Duration.ofDays(1))), CALLER);

    String page = explained(media, "en");

    assertThat(rowOf(page, withdrawn)).contains("Withdrawn", "the member was withdrawn", ">3<");
    assertThat(rowOf(page, setAside)).contains("Set aside", "the flood guard set the member aside");
    assertThat(rowOf(page, digest)).contains("sha1", "the member was withdrawn", ">0<");
    assertThat(rowOf(page, disabled)).contains("the member is disabled until", "UTC");
    assertThat(page).doesNotContain(path(unlike)).doesNotContain("Counts as a match");
    assertThat(explained(media, "fr")).contains("Ne compte plus\u202f: le membre a été retiré.");
  }

  private static String path(Member member) {
    return "/banks/IDLE/members/" + member.id().value() + "\"";
  }

  private static String rowOf(String page, Member member) {
    int place = page.indexOf(path(member));
    assertThat(place).as("member %s", member.id()).isPositive();
    return page.substring(place, page.indexOf("</tr>", place));
  }

  @Test
  void home_forThoseWhoMaySee_countsScansAndDoubts() throws Exception {
    byte[] media = MadeUpMedia.png(42);
    Bank bank = bank("PANELS");
    new Api(http).scan("{\"surface\":\"public\"}", media);
    add(bank, Digest.of(DigestType.SHA1, media));
    Member doubted = add(bank, new PdqSignal(1, 2, 3, 4), MemberStatus.SET_ASIDE);

    Eventually.holds(() -> figure(Role.REVIEWER, "matches found later, by retro-matching") == 1);
    assertThat(figure(Role.REVIEWER, "scans")).isEqualTo(1);
    assertThat(figure(Role.REVIEWER, "matched")).isEqualTo(1);
    Eventually.holds(() -> page(Role.REVIEWER, "en").contains("Retro-matching is up to date"));
    assertThat(home(Role.ADMINISTRATOR, "en"))
        .contains("/banks#set-aside")
        .doesNotContain("Scans of the last 24 hours");
    assertThat(home(Role.LEAD, "fr"))
        .contains("Analyses des dernières 24 heures", "Membres à vérifier")
        .doesNotContain("Scans of the last");

    long before = figure(Role.LEAD, "set aside by the flood guard");
    StatusChange back = StatusChange.of(MemberStatus.DISPUTED, "a test");
    members.change(doubted.id(), back, CALLER);
    assertThat(figure(Role.LEAD, "set aside by the flood guard")).isEqualTo(before - 1);
  }

  private String page(Role role, String language) {
    try {
      return home(role, language);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long figure(Role role, String label) {
    String page = page(role, "en");
    String begin = "<dt>" + label + "</dt><dd class=\"figure\">";
    int place = page.indexOf(begin);
    assertThat(place).as(label).isPositive();
    return Long.parseLong(page.substring(place + begin.length(), page.indexOf("</dd>", place)));
  }
}
