package org.vigie.server.policy.revising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.TestDatabase;
import org.vigie.server.access.Caller;
import org.vigie.server.access.store.LedgerStore;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.policy.PolicyRevised;
import org.vigie.server.policy.PolicyRevision;
import org.vigie.server.policy.revising.PolicyRevisions.Authorship;
import org.vigie.server.policy.store.PolicyStore;
import org.vigie.server.policy.store.RevisionEntry;
import org.vigie.server.policy.store.RevisionOrigin;
import org.vigie.server.policy.text.MalformedPolicyException;
import org.vigie.server.policy.text.PolicyProblem;

/// Revisions in a real database.
@Tag("slow")
final class PolicyRevisionsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123456Z");
  private static final PolicyRevision ONE = new PolicyRevision(1);
  private static final PolicyRevision TWO = new PolicyRevision(2);
  private static final CategoryKey PHISHING = new CategoryKey("phishing");
  private static final Authorship BY_HAND =
      new Authorship(new Caller.Local(), RevisionOrigin.PAGE, "a test");

  private final DriverManagerDataSource source = freshDatabase();
  private final JdbcClient database = JdbcClient.create(source);
  private final Set<CategoryKey> used = new HashSet<>();
  private final Running first = new Running();
  private final Running second = new Running();

  private static DriverManagerDataSource freshDatabase() {
    PostgresAccess access = TestDatabase.create();
    DriverManagerDataSource source =
        new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password());
    migrate(source, "access");
    migrate(source, "policy");
    FirstRevision.ensure(new PolicyStore(JdbcClient.create(source)), NOW);
    return source;
  }

  private static void migrate(DriverManagerDataSource source, String module) {
    Flyway.configure()
        .dataSource(source)
        .defaultSchema(module)
        .locations("classpath:db/migration/" + module)
        .load()
        .migrate();
  }

  /// The catalogue as one process of the server has it.
  private final class Running {
    final List<Object> published = new ArrayList<>();
    final StoredPolicies policies = new StoredPolicies(new PolicyStore(database));
    final PolicyRevisions revisions = new PolicyRevisions(
        new PolicyStore(database), policies, log(published), List.of(() -> used), () -> NOW);
  }

  private RevisionLog log(List<Object> published) {
    return new RevisionLog(
        new PolicyStore(database),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        new LedgerStore(database, () -> NOW),
        event -> {
          assertThat(TransactionSynchronizationManager.isActualTransactionActive())
              .isTrue();
          published.add(event);
        });
  }

  private static String defaultWith(String replaced, String by) {
    String text = FirstRevision.text();
    assertThat(text).contains(replaced);
    return text.replace(replaced, by);
  }

  private static String withRadius(int radius) {
    return defaultWith("radius: 31 ", "radius: " + radius + " ");
  }

  private int radiusOfPhishing(Policies policies) {
    return policies.current().find(PHISHING).orElseThrow().matching().radius();
  }

  @Test
  void firstStart_twice_storesTheDefaultOnce() {
    FirstRevision.ensure(new PolicyStore(database), NOW.plusSeconds(1));
    assertThat(first.revisions.history(10))
        .containsExactly(new RevisionEntry(
            ONE,
            PolicyStore.sha256(FirstRevision.text()),
            RevisionOrigin.DEFAULT,
            "vigie",
            NOW,
            ""));
    assertThat(first.policies.current().revision()).isEqualTo(ONE);
  }

  @Test
  void edit_ofAGoodText_makesARevisionAndKeepsTheOldOne() {
    assertThat(first.revisions.revise(ONE, withRadius(20), BY_HAND))
        .isEqualTo(new EditOutcome.Saved(TWO));
    assertThat(first.policies.current().revision()).isEqualTo(TWO);
    assertThat(radiusOfPhishing(first.policies)).isEqualTo(20);
    assertThat(first
            .policies
            .find(ONE)
            .orElseThrow()
            .find(PHISHING)
            .orElseThrow()
            .matching()
            .radius())
        .isEqualTo(31);
    assertThat(first.published).containsExactly(new PolicyRevised(TWO));
  }

  @Test
  void edit_isInTheLedger_withItsAuthor() {
    first.revisions.revise(ONE, withRadius(20), BY_HAND);
    assertThat(database
            .sql("select caller || ' ' || act || ' ' || subject from access.ledger")
            .query(String.class)
            .list())
        .containsExactly("local policy revised policy:2");
  }

  @Test
  void edit_withoutACategoryInUse_isRefusedAndKeepsTheOldRevision() {
    used.add(PHISHING);
    assertThatThrownBy(
            () -> first.revisions.revise(ONE, defaultWith(" phishing\n", " angling\n"), BY_HAND))
        .isInstanceOfSatisfying(
            MalformedPolicyException.class,
            refused -> assertThat(refused.problems())
                .map(PolicyProblem::defect)
                .containsExactly(PolicyProblem.Defect.CATEGORY_IN_USE));
    assertThat(first.revisions.history(10)).hasSize(1);
  }

  @Test
  void edit_isSeenByAnotherProcess_onceItRefreshes() {
    first.revisions.revise(ONE, withRadius(20), BY_HAND);
    assertThat(radiusOfPhishing(second.policies)).isEqualTo(31);
    second.policies.refresh();
    assertThat(radiusOfPhishing(second.policies)).isEqualTo(20);
  }

  @Test
  void edit_ofABadText_isRefusedAndKeepsTheOldRevision() {
    assertThatThrownBy(() -> first.revisions.revise(ONE, withRadius(64), BY_HAND))
        .isInstanceOf(MalformedPolicyException.class);
    first.policies.refresh();
    assertThat(first.policies.current().revision()).isEqualTo(ONE);
    assertThat(first.revisions.history(10)).hasSize(1);
    assertThat(first.published).isEmpty();
  }

  @Test
  void edit_withoutAChange_makesNoRevision() {
    assertThat(first.revisions.revise(ONE, FirstRevision.text(), BY_HAND))
        .isEqualTo(new EditOutcome.Unchanged(ONE));
    assertThat(first.revisions.history(10)).hasSize(1);
  }

  @Test
  void edits_fromTheSameBase_oneAfterTheOther_theSecondIsOvertaken() {
    first.revisions.revise(ONE, withRadius(20), BY_HAND);
    assertThat(second.revisions.revise(ONE, withRadius(21), BY_HAND))
        .isEqualTo(new EditOutcome.Overtaken(TWO));
    assertThat(radiusOfPhishing(first.policies)).isEqualTo(20);
  }

  @Test
  void edits_fromTheSameBase_atOnce_oneOfThemWins() throws Exception {
    List<Callable<EditOutcome>> editors = new ArrayList<>();
    for (int radius = 0; radius < 12; radius++) {
      String text = withRadius(radius);
      Running process = radius % 2 == 0 ? first : second;
      editors.add(() -> process.revisions.revise(ONE, text, BY_HAND));
    }
    List<EditOutcome> outcomes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<EditOutcome> outcome : threads.invokeAll(editors)) {
        outcomes.add(outcome.get());
      }
    }
    assertThat(outcomes).containsOnlyOnce(new EditOutcome.Saved(TWO));
    assertThat(outcomes).filteredOn(new EditOutcome.Overtaken(TWO)::equals).hasSize(11);
    assertThat(first.revisions.history(10)).hasSize(2);
  }

  @Test
  void revision_inTheDatabase_cannotBeChangedOrDeleted() {
    for (String change : List.of(
        "update policy.revision set note = 'other'",
        "delete from policy.revision",
        "truncate policy.revision")) {
      assertThatThrownBy(() -> database.sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class)
          .hasMessageContaining("a policy revision never changes");
    }
  }

  @Test
  void file_withAnotherText_becomesARevisionOnce(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("policy.yaml"), withRadius(20));
    assertThat(load(file)).isEqualTo(new PolicyFile.Held(file));
    assertThat(load(file)).isEqualTo(new PolicyFile.Held(file));
    assertThat(first.revisions.history(10))
        .map(RevisionEntry::origin)
        .containsExactly(RevisionOrigin.FILE, RevisionOrigin.DEFAULT);
    assertThat(radiusOfPhishing(first.policies)).isEqualTo(20);
  }

  @Test
  void file_withAProblem_isRefusedAndKeepsTheOldRevision(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(
        folder.resolve("policy.yaml"), defaultWith("format: 1", "format: 1\nformat: 1"));
    assertThat(load(file))
        .isInstanceOfSatisfying(
            PolicyFile.Refused.class,
            refused -> assertThat(refused.problems())
                .map(PolicyProblem::defect)
                .containsExactly(PolicyProblem.Defect.DUPLICATE_KEY));
    assertThat(first.policies.current().revision()).isEqualTo(ONE);
  }

  @Test
  void file_thatIsNotThere_keepsTheOldRevision(@TempDir Path folder) {
    Path file = folder.resolve("nothing.yaml");
    assertThat(load(file)).isEqualTo(new PolicyFile.Unreadable(file));
    assertThat(first.policies.current().revision()).isEqualTo(ONE);
  }

  private PolicyFile load(Path file) {
    PolicyFileLoader loader = new PolicyFileLoader(Optional.of(file), first.revisions);
    loader.afterSingletonsInstantiated();
    return loader.outcome();
  }
}
