package org.vigie.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.vigie.platform.DataDirectory;
import org.vigie.platform.KeyRing;
import org.vigie.platform.postgres.EmbeddedPostgres;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.platform.postgres.PostgresSettings;
import org.vigie.server.VigieServer;
import org.vigie.server.access.Caller;
import org.vigie.server.access.EmailAddress;
import org.vigie.server.access.FirstAdministrator;
import org.vigie.server.access.People;
import org.vigie.server.access.PersonId;
import org.vigie.server.access.PersonName;
import org.vigie.server.access.Role;
import org.vigie.server.review.DecisionId;
import org.vigie.server.review.DecisionMade;
import org.vigie.server.review.deciding.Desk;

/// A server in this process, so that its desk can be timed without signing anybody in.
final class ReviewServer implements AutoCloseable {
  /// How many decisions are announced in one transaction.
  private static final int AT_ONCE = 50;

  private final DataDirectory directory;
  private final EmbeddedPostgres postgres;
  private final ConfigurableApplicationContext context;

  private ReviewServer(
      DataDirectory directory, EmbeddedPostgres postgres, ConfigurableApplicationContext context) {
    this.directory = directory;
    this.postgres = postgres;
    this.context = context;
  }

  /// Starts one with open cases, after the figures of this machine were printed.
  ///
  /// @param settings further ones: `--vigie.…=…`
  static ReviewServer filled(int cases, PrintStream out, String... settings) throws IOException {
    Machine.figures().print(out);
    ReviewServer server = start(settings);
    try {
      server.fill(cases);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static ReviewServer start(String... settings) throws IOException {
    DataDirectory directory = DataDirectory.open(Files.createTempDirectory("vigie-bench"));
    EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.in(directory));
    return new ReviewServer(
        directory, postgres, serve(directory, postgres.createDatabase("bench"), settings));
  }

  private static ConfigurableApplicationContext serve(
      DataDirectory directory, PostgresAccess database, String... settings) {
    return new SpringApplicationBuilder(VigieServer.class)
        .initializers(context -> context
            .getBeanFactory()
            .registerSingleton("keyRing", new KeyRing(directory, new SecureRandom())))
        .registerShutdownHook(false)
        .logStartupInfo(false)
        .run(Stream.concat(own(directory, database), Arrays.stream(settings))
            .toArray(String[]::new));
  }

  private static Stream<String> own(DataDirectory directory, PostgresAccess database) {
    return Stream.of(
        "--server.port=0",
        "--logging.level.root=error",
        "--vigie.bank.index-directory=" + directory.root().resolve("index"),
        "--vigie.bank.import-directory=" + directory.root().resolve("imports"),
        "--vigie.evidence.blob-directory=" + directory.blobs(),
        "--vigie.database.url=" + database.jdbcUrl(),
        "--vigie.database.user=" + database.user(),
        "--vigie.database.password=" + database.password());
  }

  int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /// Returns the path by which the first administrator signs up.
  String enrolmentLink() {
    return context.getBean(FirstAdministrator.class).newLink().orElseThrow();
  }

  Desk desk() {
    return context.getBean(Desk.class);
  }

  private JdbcClient jdbc() {
    return context.getBean(JdbcClient.class);
  }

  /// Adds open cases of all severities, each about an account of its own.
  void fill(int cases) {
    jdbc().sql("""
            /* bench.fill_cases */
            insert into review.review_case (state, queue, messenger, surface, account, category,
                severity, priority, lane, opened_at)
            select 'OPEN', lower(severity), 'main', 'public', 'account-' || i, 'violence', severity,
                   (i * 7919) % 100000, false, now()
              from generate_series(1, :cases) i
              cross join lateral (select (array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + i % 4]
                                    as severity) s
            """).param("cases", cases).update();
    jdbc().sql("""
            /* bench.fill_sources */
            insert into review.case_source (case_id, kind, source_id, lane, came_at)
            select case_id, 'SCAN', uuidv7(), false, opened_at from review.review_case
            """).update();
    jdbc().sql("/* bench.analyze */ analyze review.review_case").update();
  }

  /// Decides a share of the cases within the last 30 days, with deadlines of all cases
  /// around now, of which the server need escalate none, and samples one in a hundred decisions,
  /// which were judged again.
  ///
  /// @param percent how many in a hundred
  void decide(int percent) {
    jdbc().sql("""
            /* bench.decide_cases */
            update review.review_case
               set escalated = true,
                   opened_at = now() - make_interval(mins => cast(case_id * 7919 % 43000 as int)),
                   due_at = now() - make_interval(mins => cast(case_id * 104729 % 43000 as int)) +
                       interval '12 hours'
            """).update();
    jdbc().sql("""
            /* bench.decided_cases */
            update review.review_case
               set state = 'DECIDED', by_policy = case_id % 10 = 0,
                   decided_at = least(now(),
                       opened_at + make_interval(mins => cast(case_id * 15485863 % 2880 as int)))
             where case_id % 100 < :percent
            """).param("percent", percent).update();
    recordDecisions();
    Stream.of("review_case", "decision", "quality_check")
        .forEach(table ->
            jdbc().sql("/* bench.vacuum */ vacuum analyze review." + table).update());
  }

  private void recordDecisions() {
    jdbc().sql("""
            /* bench.decisions */
            insert into review.decision (decision_id, case_id, stage, state, person_id, rule,
                policy_revision, category, keywords, illegal, ground, explanation, made_at,
                final_at)
            select uuidv7(), case_id, 'FIRST', 'FINAL',
                   case when by_policy then null else gen_random_uuid() end,
                   case when by_policy then 'violence/exact' end, 1, 'violence', '{}', true,
                   'a law', case when by_policy then '' else 'a made-up text' end, decided_at,
                   decided_at
              from review.review_case where decided_at is not null
            """).update();
    jdbc().sql("""
            /* bench.quality_checks */
            insert into review.quality_check (decision_id, chosen_at, judged_by, judged_at,
                category)
            select decision_id, made_at, gen_random_uuid(), now(),
                   case when case_id % 7 = 0 then null else category end
              from review.decision where person_id is not null and case_id % 100 = 1
            """).update();
  }

  /// Decides all cases: content is quarantined and the account banned. Nobody is told of it yet.
  void ban() {
    decide(100);
    jdbc().sql("""
            /* bench.messages */
            update review.review_case set room = 'room', message = 'message-' || case_id
            """).update();
    jdbc().sql("""
            /* bench.measures */
            insert into review.decision_measure (decision_id, place, word, applies_to, countries)
            select decision_id, place, word, scope, '{}' from review.decision
             cross join (values (0, 'quarantine', 'CONTENT'), (1, 'ban', 'ACCOUNT'))
                     measure (place, word, scope)
            """).update();
  }

  /// Publishes that all decisions took effect.
  void announce() {
    List<UUID> decisions = jdbc()
        .sql("/* bench.all_decisions */ select decision_id from review.decision")
        .query(UUID.class)
        .list();
    TransactionOperations transactions = context.getBean(TransactionOperations.class);
    for (int from = 0; from < decisions.size(); from += AT_ONCE) {
      List<UUID> some = decisions.subList(from, Math.min(decisions.size(), from + AT_ONCE));
      transactions.executeWithoutResult(
          _ -> some.forEach(id -> context.publishEvent(new DecisionMade(new DecisionId(id)))));
    }
  }

  List<PersonId> invite(int count) {
    People people = context.getBean(People.class);
    return IntStream.range(0, count)
        .mapToObj(i -> people
            .invite(
                new Caller.Vigie(),
                new PersonName("Reviewer " + i),
                new EmailAddress("reviewer" + i + "@example.org"),
                Set.of(Role.REVIEWER))
            .orElseThrow())
        .toList();
  }

  /// Returns the number of cases that more than one person claimed, by the ledger.
  long claimedTwice() {
    return jdbc().sql("""
            /* bench.claimed_twice */
            select count(*) from (select subject from access.ledger where act = 'case claimed'
                                   group by subject having count(*) > 1) twice
            """).query(Long.class).single();
  }

  @Override
  public void close() throws IOException {
    context.close();
    postgres.close();
    directory.close();
    try (Stream<Path> files = Files.walk(directory.root())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
