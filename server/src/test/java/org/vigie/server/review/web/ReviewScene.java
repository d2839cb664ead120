package org.vigie.server.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Async;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.event.TransactionalEventListener;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.access.web.CallerAuthentication;
import org.vigie.server.evidence.EvidenceKind;
import org.vigie.server.evidence.Snapshot;
import org.vigie.server.frame.Columns;
import org.vigie.server.frame.Language;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.report.Claim;
import org.vigie.server.report.Detail;
import org.vigie.server.report.Ground;
import org.vigie.server.report.MadeUpContent;
import org.vigie.server.report.Notices;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReportedContent;
import org.vigie.server.report.answering.Receipt;
import org.vigie.server.report.checking.NewAttachment;
import org.vigie.server.report.checking.NewNotice;
import org.vigie.server.report.intake.Intake;
import org.vigie.server.report.intake.IntakeOutcome;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.DecisionReversed;
import org.vigie.server.scan.MadeUpBanks;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.ScanWorld;
import org.vigie.server.scan.Scanner;
import org.vigie.testkit.Eventually;

/// Reviewers, their acts on their pages, and cases made of scans and reports.
public final class ReviewScene {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  final MockMvc http;
  final MadeUpBanks banks;
  final JdbcClient jdbc;
  final People people;
  final Scanner scanner;
  final Intake intake;
  final Notices notices;
  final IncompleteEventPublications publications;

  ReviewScene(
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
    static final Map<DecisionReversed, String> REVERSED = new ConcurrentHashMap<>();

    private final JdbcClient jdbc;

    Listener(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    /// Notes the transaction that it hears of a reversal in.
    @EventListener
    public void on(DecisionReversed reversed) {
      REVERSED.put(reversed, transaction(jdbc));
    }

    @Async("reviewEvents")
    @TransactionalEventListener
    public void on(DecisionMade made) {
      if (FAILS.get()) {
        throw new IllegalStateException("dies before its effects");
      }
      TOLD.add(made);
    }
  }

  /// Returns the number of the transaction that this thread is in.
  static String transaction(JdbcClient jdbc) {
    return jdbc.sql("select cast(pg_current_xact_id() as text)")
        .query(String.class)
        .single();
  }

  /// Wires it.
  @TestConfiguration(proxyBeanMethods = false)
  public static class Wiring {
    @Bean
    Listener listener(JdbcClient jdbc) {
      return new Listener(jdbc);
    }

    @Bean
    ReviewScene reviewScene(
        MockMvc http,
        MadeUpBanks banks,
        JdbcClient jdbc,
        People people,
        Scanner scanner,
        Intake intake,
        Notices notices,
        IncompleteEventPublications publications) {
      return new ReviewScene(http, banks, jdbc, people, scanner, intake, notices, publications);
    }
  }

  /// A stored person, with a name.
  public record Reviewer(PersonId id, RequestPostProcessor signedIn) {}

  public Reviewer reviewer(String name) {
    return person(name, Role.REVIEWER);
  }

  public Reviewer person(String name, Role role) {
    PersonId id = people
        .invite(
            new Caller.Vigie(),
            new PersonName(name),
            new EmailAddress("r" + UUID.randomUUID() + "@example.org"),
            Set.of(role))
        .orElseThrow();
    return signedIn(id, name, role);
  }

  /// Returns a person who has another role by now.
  Reviewer as(Reviewer person, String name, Role role) {
    people.setRoles(new Caller.Vigie(), person.id(), Set.of(role));
    return signedIn(person.id(), name, role);
  }

  private static Reviewer signedIn(PersonId id, String name, Role role) {
    return new Reviewer(
        id,
        authentication(new CallerAuthentication(new Caller.Person(id), name, role.permissions())));
  }

  public MockHttpServletResponse open(String address, Reviewer viewer) throws Exception {
    return http.perform(get(address).with(viewer.signedIn())).andReturn().getResponse();
  }

  public MockHttpServletResponse send(String address, Reviewer by, String... fields)
      throws Exception {
    MockHttpServletRequestBuilder request = post(address).with(by.signedIn()).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return http.perform(request).andReturn().getResponse();
  }

  /// Scans media that matches a bank whose category needs a person; returns the case.
  long scanned(int seed, String account) throws Exception {
    byte[] media = MadeUpMedia.png(seed);
    banks.add(ScanWorld.PETTY, Digest.of(DigestType.SHA256, media));
    scan(account, media, Surface.PUBLIC);
    Eventually.holds(() -> !casesOf(account).isEmpty());
    return casesOf(account).getFirst();
  }

  /// Scans something that an account shared.
  void scan(String account, byte[] media, Surface surface) {
    Subject submission = MadeUpSubjects.account(surface, "room", account);
    scanner.scan(
        new ScanRequest(new Caller.Local(), Optional.empty(), submission), Media.of(media));
  }

  public List<Long> casesOf(String account) {
    return jdbc.sql("select case_id from review.review_case where account = :account")
        .param("account", account)
        .query(Long.class)
        .list();
  }

  /// Returns the only object in the evidence of a case.
  String evidenceOf(long id) {
    return jdbc.sql("select evidence_id from review.case_evidence where case_id = :case")
        .param("case", id)
        .query(String.class)
        .single();
  }

  static String version(MockHttpServletResponse page) throws Exception {
    Matcher found = VERSION.matcher(page.getContentAsString());
    assertThat(found.find()).as("a form to decide with").isTrue();
    return found.group(1);
  }

  /// Lets the decision take effect now.
  public void makeFinal(long id) {
    jdbc.sql("update review.decision set final_at = made_at where case_id = :case")
        .param("case", id)
        .update();
    Eventually.holds(() -> state(id).equals("DECIDED"));
  }

  String state(long id) {
    return jdbc.sql("select state from review.review_case where case_id = :case")
        .param("case", id)
        .query(String.class)
        .single();
  }

  int opened(String evidence) {
    return noted("evidence opened", evidence);
  }

  int noted(String act, String evidence) {
    return jdbc.sql("select count(*) from access.ledger where act = :act and subject = :subject")
        .param("act", act)
        .param("subject", "evidence:" + evidence)
        .query(Integer.class)
        .single();
  }

  /// Returns a snapshot.
  ///
  /// @param rest its account and its room
  List<NewAttachment> snapshot(String rest) {
    String json = """
        {"version": 1, "taken_at": "2026-11-22T10:00:00Z", "surface": "public",
         %s}""".formatted(rest);
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return List.of(new NewAttachment(
        EvidenceKind.SNAPSHOT, Snapshot.MEDIA_TYPE, () -> new ByteArrayInputStream(bytes)));
  }

  Receipt noticed(String account, List<NewAttachment> attachments) throws Exception {
    return noticed(account, Optional.empty(), attachments);
  }

  /// Sends a notice, optionally with a contact.
  Receipt noticed(String account, Optional<Origin.Contact> contact, List<NewAttachment> attachments)
      throws Exception {
    return noticed(MadeUpContent.account(account), account, contact, attachments);
  }

  private Receipt noticed(
      ReportedContent content,
      String account,
      Optional<Origin.Contact> contact,
      List<NewAttachment> attachments)
      throws Exception {
    Claim claim = new Claim(
        Ground.RULES,
        new CategoryKey("petty-content"),
        "It is <rude>.",
        List.of(content),
        MadeUpSubjects.MAIN,
        Surface.PUBLIC,
        true,
        Language.FR,
        Map.of(Detail.SEEN, "at <noon>"));
    IntakeOutcome outcome = intake.receive(new NewNotice(
        new Caller.Local(), Optional.empty(), new Origin.Form(contact), claim, attachments));
    Eventually.holds(() -> !casesOf(account).isEmpty());
    return ((IntakeOutcome.Received) outcome).receipt();
  }

  /// Reports a message of an account in a room; returns its case.
  public long reported(String account, String message) throws Exception {
    ReportedContent content = MadeUpContent.of(
        Surface.PUBLIC, Optional.of("room"), Optional.of(account), Optional.of(message));
    noticed(content, account, Optional.empty(), List.of());
    return casesOf(account).getFirst();
  }

  /// Decides a case of a notice by its page, and lets the decision take effect now; returns it.
  ///
  /// @param content the word of a measure, as is `account`
  public DecisionId violated(long id, String content, String account, Reviewer by)
      throws Exception {
    String address = "/review/cases/" + id;
    send(address + "/claim", by);
    String version = version(open(address, by));
    MockHttpServletResponse answer = send(
        address + "/decide",
        by,
        ("version=" + version + "|verdict=violation|category=petty-content"
                + "|keywords=KEYWORD_OTHER|content=" + content + "|account=" + account
                + "|waiver=text-is-enough|ground=terms|reference=clause 4"
                + "|explanation=What it shows.")
            .split("[|=]", -1));
    assertThat(answer.getStatus()).isEqualTo(302);
    makeFinal(id);
    return jdbc.sql("""
            select decision_id from review.decision where case_id = :case and state = 'FINAL'
            """)
        .param("case", id)
        .query((row, _) -> new DecisionId(Columns.uuid(row, "decision_id")))
        .single();
  }

  String page(String address, RequestPostProcessor viewer) throws Exception {
    return http.perform(get(address).with(viewer)).andReturn().getResponse().getContentAsString();
  }
}
