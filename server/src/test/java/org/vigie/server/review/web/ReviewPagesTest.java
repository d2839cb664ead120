package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.event.TransactionalEventListener;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.access.CallerAuthentication;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.TestCallers;
import org.vigie.server.bank.Eventually;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.frame.Language;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Surface;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Ground;
import org.vigie.server.report.Intake;
import org.vigie.server.report.IntakeOutcome;
import org.vigie.server.report.NewAttachment;
import org.vigie.server.report.NewNotice;
import org.vigie.server.report.Notice;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.report.Receipt;
import org.vigie.server.report.ReportedMessage;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.scan.MadeUpBanks;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.Reference;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.ScanWorld;
import org.vigie.server.scan.Scanner;
import org.vigie.server.scan.Submission;

/// Reviewers at their pages, from a scan to a decision that others are told of.
@ServerTest
@Import({ScanWorld.class, ReviewPagesTest.Listening.class})
final class ReviewPagesTest {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  private final MockMvc http;
  private final MadeUpBanks banks;
  private final JdbcClient jdbc;
  private final People people;
  private final Scanner scanner;
  private final Intake intake;
  private final Notices notices;
  private final IncompleteEventPublications publications;

  @Autowired
  ReviewPagesTest(
      MockMvc http,
      MadeUpBanks banks,
      JdbcClient jdbc,
      People people,
      Scanner scanner,
      Intake intake,
      Notices notices,
      IncompleteEventPublications publications) {
    this.http = http;
    this.banks = banks;
    this.jdbc = jdbc;
    this.people = people;
    this.scanner = scanner;
    this.intake = intake;
    this.notices = notices;
    this.publications = publications;
  }

  /// Another module that wants to know of decisions, and may fail.
  static class Listener {
    static final List<DecisionMade> TOLD = new CopyOnWriteArrayList<>();
    static final AtomicBoolean FAILS = new AtomicBoolean();

    @TransactionalEventListener
    public void on(DecisionMade made) {
      if (FAILS.get()) {
        throw new IllegalStateException("dies before its effects");
      }
      TOLD.add(made);
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Listening {
    @Bean
    Listener listener() {
      return new Listener();
    }
  }

  /// Somebody who is really there, with a name.
  private record Reviewer(PersonId id, RequestPostProcessor signedIn) {}

  private Reviewer reviewer(String name) {
    PersonId id = people
        .invite(
            new Caller.Vigie(),
            new PersonName(name),
            new EmailAddress("r" + UUID.randomUUID() + "@example.org"),
            Set.of(Role.REVIEWER))
        .orElseThrow();
    return new Reviewer(
        id,
        authentication(
            new CallerAuthentication(new Caller.Person(id), name, Role.REVIEWER.permissions())));
  }

  private MockHttpServletResponse open(String address, Reviewer viewer) throws Exception {
    return http.perform(get(address).with(viewer.signedIn())).andReturn().getResponse();
  }

  private MockHttpServletResponse send(String address, Reviewer by, String... fields)
      throws Exception {
    MockHttpServletRequestBuilder request = post(address).with(by.signedIn()).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return http.perform(request).andReturn().getResponse();
  }

  /// Scans media that matches a bank whose category waits for a person; returns the case.
  private long scanned(int seed, String account) throws Exception {
    byte[] media = MadeUpMedia.png(seed);
    banks.add(ScanWorld.PETTY, Digest.of(DigestType.SHA256, media));
    Submission submission = new Submission(
        Surface.PUBLIC,
        Optional.of(new Reference("room")),
        Optional.of(new Reference(account)),
        Optional.empty());
    scanner.scan(
        new ScanRequest(new Caller.Local(), Optional.empty(), submission), Media.of(media));
    Eventually.holds(() -> !casesOf(account).isEmpty());
    return casesOf(account).getFirst();
  }

  private List<Long> casesOf(String account) {
    return jdbc.sql("select case_id from review.review_case where account = :account")
        .param("account", account)
        .query(Long.class)
        .list();
  }

  private static String version(MockHttpServletResponse page) throws Exception {
    Matcher found = VERSION.matcher(page.getContentAsString());
    assertThat(found.find()).as("a form to decide with").isTrue();
    return found.group(1);
  }

  private String state(long id) {
    return jdbc.sql("select state from review.review_case where case_id = :case")
        .param("case", id)
        .query(String.class)
        .single();
  }

  @Test
  void scan_thatWaitsForAPerson_isDecidedOnThePagesAndTold() throws Exception {
    long id = scanned(51, "mallory <1>");
    Reviewer anna = reviewer("Anna Example");
    Reviewer bruno = reviewer("Bruno Example");
    String address = "/review/cases/" + id;

    assertThat(open("/review", anna).getContentAsString())
        .contains(address, "mallory &lt;1&gt;", "Next case");
    assertThat(send(address + "/claim", anna).getRedirectedUrl()).isEqualTo(address);
    assertThat(send(address + "/claim", bruno).getRedirectedUrl()).isEqualTo(address);
    open(address, bruno);
    MockHttpServletResponse page = open(address, anna);
    assertThat(page.getContentAsString())
        .contains(
            "PETTY", "You hold it until", "mallory &lt;1&gt;", "Bruno Example has this case open")
        .doesNotContain("mallory <1>");
    assertThat(open(address + "?lang=fr", bruno).getContentAsString())
        .contains("Anna Example le tient")
        .doesNotContain("name=\"verdict\"");
    assertThat(send(address + "/decide", bruno, "version", version(page), "verdict", "none")
            .getRedirectedUrl())
        .isEqualTo(address);
    assertThat(state(id)).isEqualTo("CLAIMED");

    MockHttpServletResponse refused = send(
        address + "/decide",
        anna,
        "version",
        version(page),
        "verdict",
        "violation",
        "category",
        "petty-content",
        "content",
        "label",
        "ground",
        "terms",
        "reference",
        "4.2",
        "explanation",
        "Because of [[the room]].");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Because of [[the room]].");

    assertThat(send(address + "/notes", anna, "note", "seen <before>").getStatus())
        .isEqualTo(302);
    assertThat(open(address, bruno).getContentAsString()).contains("seen &lt;before&gt;");
    String next =
        String.valueOf(send(address + "/decide", anna, "version", version(page), "verdict", "none")
            .getRedirectedUrl());
    assertThat(next).startsWith("/review?decided=");
    assertThat(open(next, anna).getContentAsString()).contains("Take back");
    String undo = "/review/decisions/" + next.substring(next.indexOf('=') + 1) + "/undo";
    assertThat(send(undo, bruno).getRedirectedUrl()).isEqualTo("/review");
    assertThat(send(undo, anna).getRedirectedUrl()).isEqualTo(address);
    assertThat(state(id)).isEqualTo("CLAIMED");

    Listener.TOLD.clear();
    Listener.FAILS.set(true);
    send(address + "/decide", anna, "version", version(open(address, anna)), "verdict", "none");
    jdbc.sql("update review.decision set final_at = made_at where case_id = :case")
        .param("case", id)
        .update();
    Eventually.holds(() -> state(id).equals("DECIDED"));
    assertThat(Listener.TOLD).isEmpty();
    Listener.FAILS.set(false);
    publications.resubmitIncompletePublications(_ -> true);
    Eventually.holds(() -> !Listener.TOLD.isEmpty());
    assertThat(open(address, bruno).getContentAsString())
        .contains("It is decided.", "No violation");
  }

  @Test
  void media_ofACase_isSentOnlyToItsHolderAndWrittenDownBefore() throws Exception {
    long id = scanned(53, "eve");
    Reviewer fay = reviewer("Fay Example");
    String evidence = jdbc.sql("select evidence_id from review.case_evidence where case_id = :case")
        .param("case", id)
        .query(String.class)
        .single();
    String address = "/review/cases/" + id + "/media/" + evidence;

    assertThat(open(address, fay).getStatus()).isEqualTo(403);
    assertThat(open("/review/cases/" + id, fay).getContentAsString()).doesNotContain(address);
    send("/review/cases/" + id + "/claim", fay);
    assertThat(open("/review/cases/" + id, fay).getContentAsString()).contains(address);
    assertThat(opened(evidence)).isZero();
    MockHttpServletResponse media = finished(address, fay);
    assertThat(media.getContentAsByteArray()).isEqualTo(MadeUpMedia.png(53));
    assertThat(media.getContentType()).isEqualTo("image/png");
    assertThat(media.getHeader("Cache-Control")).contains("no-store");
    assertThat(opened(evidence)).isEqualTo(1);
    assertThat(send(address + "/unveiled", reviewer("Gil Example")).getStatus()).isEqualTo(403);
    assertThat(noted("media unveiled", evidence)).isZero();
    assertThat(send(address + "/unveiled", fay).getStatus()).isEqualTo(204);
    assertThat(noted("media unveiled", evidence)).isEqualTo(1);
    finished(address + "?veiled=true", fay);
    assertThat(open(address.replace("cases/" + id, "cases/" + scanned(54, "mal")), fay)
            .getStatus())
        .isEqualTo(403);
    assertThat(jdbc.sql("select sight || points from review.exposure where person_id = :person")
            .param("person", fay.id().value())
            .query(String.class)
            .list())
        .containsExactlyInAnyOrder("SHARP1", "UNVEILED0", "VEILED1");
  }

  /// Streams are written by a thread of their own.
  private MockHttpServletResponse finished(String address, Reviewer viewer) throws Exception {
    MvcResult begun = http.perform(get(address).with(viewer.signedIn())).andReturn();
    return http.perform(asyncDispatch(begun)).andReturn().getResponse();
  }

  private int opened(String evidence) {
    return noted("evidence opened", evidence);
  }

  private int noted(String act, String evidence) {
    return jdbc.sql("select count(*) from access.ledger where act = :act and subject = :subject")
        .param("act", act)
        .param("subject", "evidence:" + evidence)
        .query(Integer.class)
        .single();
  }

  private Receipt noticed(String account, List<NewAttachment> attachments) throws Exception {
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey("petty-content"),
        "It is <rude>.",
        List.of(new ReportedMessage(
            Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty())),
        Surface.PUBLIC,
        true,
        Language.FR);
    IntakeOutcome outcome = intake.receive(new NewNotice(
        new Caller.Local(),
        Optional.empty(),
        new Origin.Form(Optional.empty()),
        claim,
        attachments));
    Eventually.holds(() -> !casesOf(account).isEmpty());
    return ((IntakeOutcome.Received) outcome).receipt();
  }

  @Test
  void snapshot_ofANotice_isReadOnlyByWhoeverHoldsTheCaseAndWrittenDown() throws Exception {
    byte[] snapshot = """
        {"version": 1, "taken_at": "2026-11-22T10:00:00Z", "surface": "public",
         "before": [{"reference": "m-0", "account": "a-2", "sent_at": "2026-11-22T09:58:00Z",
           "text": "what came <before>"}],
         "message": {"reference": "m-1", "account": "niaj", "sent_at": "2026-11-22T09:58:30Z",
           "text": "made up", "edited_at": "2026-11-22T09:59:00Z"},
         "account": {"reference": "niaj", "staff": true},
         "room": {"reference": "r-1", "members": 12345}}""".getBytes(StandardCharsets.UTF_8);
    noticed(
        "niaj",
        List.of(new NewAttachment(
            EvidenceKind.SNAPSHOT, Snapshot.MEDIA_TYPE, () -> new ByteArrayInputStream(snapshot))));
    long id = casesOf("niaj").getFirst();
    String address = "/review/cases/" + id;
    Reviewer hal = reviewer("Hal Example");
    Reviewer ida = reviewer("Ida Example");
    send(address + "/claim", hal);

    assertThat(open(address, ida).getContentAsString())
        .contains("Whoever holds the case")
        .doesNotContain("made up");
    String evidence = jdbc.sql("select evidence_id from review.case_evidence where case_id = :case")
        .param("case", id)
        .query(String.class)
        .single();
    assertThat(opened(evidence)).isZero();
    assertThat(open(address, hal).getContentAsString())
        .containsSubsequence("what came &lt;before&gt;", "Reported", "edited", "made up")
        .contains("12,345", "Belongs to the messenger");
    assertThat(opened(evidence)).isEqualTo(1);
  }

  @Test
  void notice_aboutAnAccount_becomesACaseAndItsReporterIsTold() throws Exception {
    Receipt receipt = noticed("heidi", List.of());
    long id = casesOf("heidi").getFirst();
    Reviewer gil = reviewer("Gil Example");
    String address = "/review/cases/" + id;
    send(address + "/claim", gil);
    MockHttpServletResponse page = open(address, gil);
    assertThat(page.getContentAsString())
        .contains("It is &lt;rude&gt;.", "[[what it shows or says]]");
    send(address + "/decide", gil, "version", version(page), "verdict", "none");
    jdbc.sql("update review.decision set final_at = made_at where case_id = :case")
        .param("case", id)
        .update();
    Eventually.holds(() -> state(id).equals("DECIDED"));

    Notice.Progress progress = notices.find(receipt.notice()).orElseThrow().progress();
    assertThat(progress).isInstanceOfSatisfying(Notice.Progress.Decided.class, decided -> {
      assertThat(decided.outcome().founded()).isFalse();
      assertThat(decided.outcome().sentence()).contains("n’enfreint ni la loi");
    });
  }

  @Test
  void lead_inBothLanguages_seesQueuesAndAgreement() throws Exception {
    scanned(55, "ivan");
    RequestPostProcessor lead = TestCallers.person(Role.LEAD);
    assertThat(page("/review/lead", lead))
        .contains("Low", "Cohen’s kappa", "<svg class=\"chart\"", "Nothing waits to be judged");
    assertThat(page("/review/lead?lang=fr", lead))
        .contains("Travail de modération", "kappa de Cohen");
    assertThat(http.perform(post("/review/lead/checks/" + UUID.randomUUID())
                .param("verdict", "none")
                .with(lead)
                .with(csrf()))
            .andReturn()
            .getResponse()
            .getRedirectedUrl())
        .isEqualTo("/review/lead");
    assertThat(http.perform(get("/review/lead").with(reviewer("Judy").signedIn()))
            .andReturn()
            .getResponse()
            .getStatus())
        .isEqualTo(403);
  }

  private String page(String address, RequestPostProcessor viewer) throws Exception {
    return http.perform(get(address).with(viewer)).andReturn().getResponse().getContentAsString();
  }

  @Test
  void pages_aboutWhatIsNotThere_sayWhat() throws Exception {
    Reviewer anna = reviewer("Anna Example");
    assertThat(open("/review/cases/999999", anna).getStatus()).isEqualTo(404);
    assertThat(open("/review/cases/x", anna).getStatus()).isEqualTo(400);
    assertThat(open("/review?queue=No%20Queue", anna).getStatus()).isEqualTo(400);
    assertThat(open("/review?state=GUILTY", anna).getStatus()).isEqualTo(400);
    assertThat(open("/review?account=nobody", anna).getContentAsString()).contains("No case fits.");
    assertThat(send("/review/next", reviewer("Carla"), "queue", "empty").getRedirectedUrl())
        .isEqualTo("/review");
  }

  @Test
  void case_passedUp_isLeftToLeads() throws Exception {
    long id = scanned(56, "olivia");
    Reviewer dora = reviewer("Dora Example");
    String address = "/review/cases/" + id;
    send(address + "/pass-up", dora);
    assertThat(state(id)).as("passed up by somebody who does not hold it").isEqualTo("OPEN");
    send(address + "/claim", dora);
    assertThat(open(address, dora).getContentAsString()).contains("data-key=\"e\"");
    send(address + "/pass-up", dora);
    assertThat(state(id)).isEqualTo("OPEN");
    send(address + "/claim", reviewer("Emil"));
    assertThat(state(id)).isEqualTo("OPEN");
    assertThat(open(address, dora).getContentAsString()).contains("A lead decides");
    PersonId lead = people
        .invite(
            new Caller.Vigie(),
            new PersonName("Lea Example"),
            new EmailAddress("lead@example.org"),
            Set.of(Role.LEAD))
        .orElseThrow();
    send(
        address + "/claim",
        new Reviewer(
            lead,
            authentication(new CallerAuthentication(
                new Caller.Person(lead), "Lea Example", Role.LEAD.permissions()))));
    assertThat(state(id)).isEqualTo("CLAIMED");
  }

  @Test
  void case_skipped_isNotOfferedAgain_andKeptOnlyByItsHolder() throws Exception {
    long id = scanned(52, "trudy");
    Reviewer dora = reviewer("Dora Example");
    String address = "/review/cases/" + id;
    send(address + "/claim", dora);
    assertThat(send(address + "/keep", dora).getStatus()).isEqualTo(204);
    assertThat(send(address + "/keep", reviewer("Emil")).getStatus()).isEqualTo(409);
    send(address + "/skip", dora, "reason", "x".repeat(5_000));
    assertThat(jdbc.sql("select cause from review.case_recusal where case_id = :case")
            .param("case", id)
            .query(String.class)
            .single())
        .isEqualTo("SKIPPED");
    assertThat(state(id)).isEqualTo("OPEN");
  }
}
