package org.vigie.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.TestDatabase;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Independence;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.agreement.SharedOrigins;
import org.vigie.server.access.store.IssueStore;
import org.vigie.server.access.store.LedgerStore;
import org.vigie.server.bank.MemberId;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.ContentMeasure;
import org.vigie.server.policy.Explanation;
import org.vigie.server.policy.LegalGround;
import org.vigie.server.policy.Measure;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyCatalogue;
import org.vigie.server.report.Circumstances;
import org.vigie.server.report.NoticeId;
import org.vigie.server.review.cases.Case;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseSource;
import org.vigie.server.review.cases.CaseSource.FromScan;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewSettings;
import org.vigie.server.review.deciding.Bulk;
import org.vigie.server.review.deciding.ClaimOutcome;
import org.vigie.server.review.deciding.Claiming;
import org.vigie.server.review.deciding.DecideOutcome;
import org.vigie.server.review.deciding.Finalisation;
import org.vigie.server.review.deciding.Outlooks;
import org.vigie.server.review.deciding.ReporterNotifier;
import org.vigie.server.review.deciding.ReviewDesk;
import org.vigie.server.review.deciding.SecondReview;
import org.vigie.server.review.opening.CaseOpening;
import org.vigie.server.review.opening.NewSource;
import org.vigie.server.review.quality.Sampling;
import org.vigie.server.review.queueing.Cases;
import org.vigie.server.review.queueing.Queues;
import org.vigie.server.review.reversing.CaseReversals;
import org.vigie.server.review.reversing.CorrectionEffects;
import org.vigie.server.review.reversing.CorrectionRights;
import org.vigie.server.review.reversing.Corrections;
import org.vigie.server.review.store.CaseFileStore;
import org.vigie.server.review.store.CaseStore;
import org.vigie.server.review.store.CorrectionStore;
import org.vigie.server.review.store.DecisionStore;
import org.vigie.server.review.store.NextStore;
import org.vigie.server.review.store.OpeningStore;
import org.vigie.server.review.store.QualityStore;
import org.vigie.server.review.store.ReopeningStore;
import org.vigie.server.review.store.WellnessStore;
import org.vigie.server.review.viewing.Wellness;
import org.vigie.server.scan.ScanId;

/// Cases over a database of their own, wired without a server around them, and with a clock that
/// moves only when a test says so.
public final class ReviewWorld implements AutoCloseable {
  public static final CategoryKey GRAVE = ReviewPolicies.GRAVE;
  public static final CategoryKey PETTY = ReviewPolicies.PETTY;

  /// Decided by two people.
  public static final CategoryKey TWICE = ReviewPolicies.TWICE;

  /// Somebody's life is in danger.
  public static final CategoryKey DANGER = ReviewPolicies.DANGER;

  /// Grave, and comes in waves.
  public static final CategoryKey WAVE = ReviewPolicies.WAVE;

  public static final PolicyCatalogue POLICY = ReviewPolicies.CATALOGUE;

  public static final ReviewSettings SETTINGS = new ReviewSettings(
      Duration.ofMinutes(10),
      Duration.ofSeconds(10),
      new ReviewSettings.Exposure(16, 40, Duration.ofMinutes(15)));

  final HikariDataSource database = new HikariDataSource();
  public final JdbcClient jdbc;
  public final CaseStore cases;
  public final NextStore next;
  public final DecisionStore decisions;
  public final CorrectionStore corrections;
  public final CaseOpening opening;
  public final Wellness wellness;
  public final QualityStore quality;
  public final ReviewDesk desk;
  public final Outlooks outlooks;
  public final Finalisation finalisation;
  public final AccessLedger ledger;
  public final CaseAccess access;
  public final CaseTransactions transactions;
  public final List<Object> told = Collections.synchronizedList(new ArrayList<>());
  public final Set<PersonId> leads = Collections.synchronizedSet(new HashSet<>());

  /// People who have not looked at the media of their cases.
  public final Set<PersonId> unseeing = Collections.synchronizedSet(new HashSet<>());

  /// The circumstances in notices of every account and room.
  public volatile Circumstances circumstances = Circumstances.UNKNOWN;

  private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

  public ReviewWorld() {
    this(TestDatabase.migrated());
  }

  /// Wires a world over an empty database that other processes will use.
  public static ReviewWorld migrated(PostgresAccess access) {
    ReviewWorld world = new ReviewWorld(access);
    world.migrate();
    return world;
  }

  private void migrate() {
    List.of("access", "review").forEach(this::migrate);
  }

  /// Wires a world over a database that another process may have used.
  public ReviewWorld(PostgresAccess access) {
    database.setJdbcUrl(access.jdbcUrl());
    database.setUsername(access.user());
    database.setPassword(access.password());
    database.setMaximumPoolSize(10);
    jdbc = JdbcClient.create(database);
    cases = new CaseStore(jdbc);
    next = new NextStore(jdbc);
    decisions = new DecisionStore(jdbc);
    corrections = new CorrectionStore(jdbc);
    Policies policies = policies();
    opening =
        new CaseOpening(new OpeningStore(jdbc), policies, (_, _) -> {}, (id, _) -> told.add(id));
    wellness = new Wellness(new WellnessStore(jdbc), SETTINGS.exposure());
    quality = new QualityStore(jdbc);
    ledger = new LedgerStore(jdbc, this::now);
    transactions = new CaseTransactions(
        ledger, this::now, new TransactionTemplate(new DataSourceTransactionManager(database)));
    this.access = new CaseAccess(
        cases,
        next,
        quality,
        (person, spared) ->
            new CaseStore.Claimant(person, Optional.empty(), leads.contains(person), spared));
    outlooks = new Outlooks(decisions, policies, _ -> circumstances, this::now);
    desk = desk(this.access);
    finalisation = finalisation((decided, _) -> told.add(decided.id()));
  }

  /// Returns a desk whose reviewers are others.
  public ReviewDesk desk(CaseAccess others) {
    return new ReviewDesk(
        new Claiming(cases, next, others, wellness, _ -> {}, SETTINGS.lock(), transactions),
        cases,
        decisions,
        others,
        outlooks,
        (reviewer, _) -> unseeing.contains(reviewer),
        SETTINGS.undo(),
        transactions);
  }

  /// Publishes to this world, and to the given reporters.
  public Finalisation finalisation(ReporterNotifier reporters) {
    return finalisation(told::add, reporters);
  }

  /// Publishes to the given listeners and reporters.
  public Finalisation finalisation(ApplicationEventPublisher events, ReporterNotifier reporters) {
    return new Finalisation(
        cases,
        decisions,
        new SecondReview(policies(), independence(), corrections),
        reporters,
        new Sampling(quality, policies(), new Random(1)),
        events,
        transactions);
  }

  private void migrate(String module) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/" + module)
        .table("history_" + module)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  public static Policies policies() {
    return new ReviewPolicies();
  }

  public Instant now() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time).truncatedTo(ChronoUnit.MICROS);
  }

  public static PersonId person(int number) {
    return new PersonId(new UUID(0x4000, 0x8000_0000_0000_0000L + number));
  }

  public static Subject account(String name) {
    return MadeUpSubjects.account(Surface.PUBLIC, "room", name);
  }

  /// Returns a notice about an account.
  public NewSource notice(CategoryKey category, String account, boolean lane) {
    return new NewSource(
        account(account),
        category,
        new CaseSource.FromNotice(new NoticeId(UUID.randomUUID()), lane, now),
        Optional.empty(),
        List.of(),
        Set.of());
  }

  public Optional<CaseId> open(NewSource source) {
    return transactions.inTransaction(() -> opening.open(source));
  }

  /// Opens a case about an account of its own.
  public CaseId open(CategoryKey category) {
    return open(notice(category, "account-" + UUID.randomUUID(), false)).orElseThrow();
  }

  public Case get(CaseId id) {
    return cases.find(id).orElseThrow();
  }

  /// Returns a verdict that the policy allows.
  public static Verdict.Violation violation(CategoryKey category) {
    return new Verdict.Violation(
        category,
        List.of("KEYWORD_COORDINATED_HARM"),
        List.of(new Measure.OnContent(ContentMeasure.QUARANTINE)),
        new LegalGround(true, "a law, article 1"),
        new Explanation.Written("It shows what the law forbids."));
  }

  /// Settles due decisions; returns their number.
  public int settle() {
    List<DecisionId> due = finalisation.due(Set.of());
    due.forEach(finalisation::settle);
    return due.size();
  }

  /// Returns a scan that matches some members.
  public NewSource scan(ScanId scan, CategoryKey category, long... members) {
    return new NewSource(
        account("scanned"),
        category,
        new FromScan(scan, now),
        Optional.empty(),
        List.of(),
        Arrays.stream(members).mapToObj(MemberId::new).collect(Collectors.toSet()));
  }

  public static ScanId newScan() {
    UUID random = UUID.randomUUID();
    return new ScanId(new UUID(
        random.getMostSignificantBits() & ~0xf000L | 0x7000L, random.getLeastSignificantBits()));
  }

  /// Claims and decides.
  public Decision decide(PersonId person, CaseId id, Verdict verdict) {
    assertThat(desk.claim(person, id)).isInstanceOf(ClaimOutcome.Claimed.class);
    DecideOutcome outcome = desk.decide(person, id, get(id).version(), verdict);
    return ((DecideOutcome.Decided) outcome).decision();
  }

  /// Claims, decides and lets it take effect.
  public void decideFinally(PersonId person, CaseId id, Verdict verdict) {
    decide(person, id, verdict);
    pass(Duration.ofSeconds(10));
    assertThat(settle()).isEqualTo(1);
  }

  public CaseId next(PersonId person) {
    return ((ClaimOutcome.Claimed) desk.claimNext(person)).claimed().id();
  }

  public void empty() {
    jdbc.sql("truncate review.review_case cascade").update();
    told.clear();
    leads.clear();
    unseeing.clear();
    circumstances = Circumstances.UNKNOWN;
  }

  public Bulk bulk() {
    return new Bulk(
        desk,
        cases,
        access,
        outlooks,
        wellness,
        (reviewer, _) -> unseeing.contains(reviewer),
        this::now);
  }

  /// Reverses decisions, and publishes to this world the reversals and reopened notices.
  public CaseReversals reversals() {
    return new CaseReversals(
        new ReopeningStore(jdbc), decisions, told::add, told::add, transactions);
  }

  private Independence independence() {
    return new SharedOrigins(new IssueStore(jdbc), this::now);
  }

  /// Corrects decisions.
  public Corrections corrections() {
    return new Corrections(
        corrections,
        decisions,
        cases,
        new CorrectionRights(access, independence()),
        new SecondReview(policies(), independence(), corrections),
        new CorrectionEffects(reversals(), cases, wellness, _ -> {}, SETTINGS.lock(), transactions),
        transactions);
  }

  public Cases pages() {
    return new Cases(
        cases, access, decisions, new CaseFileStore(jdbc), corrections, outlooks, transactions);
  }

  public Queues queues() {
    return new Queues(new CaseFileStore(jdbc), policies(), transactions);
  }

  @Override
  public void close() {
    database.close();
  }
}
