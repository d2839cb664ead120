package org.vigie.server.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.vigie.connector.MessengerId;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.TestDatabase;
import org.vigie.server.access.KeyId;
import org.vigie.server.report.Origin;
import org.vigie.server.report.ReporterMark;

/// Rows from before there were several messengers belong to `main`.
@Tag("slow")
final class MessengerMigrationTest {
  private static final KeyId KEY = new KeyId("aaaaaaaaaaaa");

  /// SHA-256 of `reporter messenger:aaaaaaaaaaaa user 1`.
  private static final String MARK_OF_BEFORE =
      "64f60c879d9478c6c658c9c6250c337ea3161ee973460d04e2df478737ea436e";

  private final DriverManagerDataSource database = database();
  private final JdbcClient jdbc = JdbcClient.create(database);

  private static DriverManagerDataSource database() {
    PostgresAccess access = TestDatabase.create();
    return new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password());
  }

  private void migrate(String module, String version) {
    Flyway.configure()
        .dataSource(database)
        .defaultSchema(module)
        .locations("classpath:db/migration/" + module)
        .target(version)
        .load()
        .migrate();
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  @Test
  void case_ofBefore_isOfMainAndKeepsItsGroup() {
    migrate("review", "10");
    jdbc.sql("""
        insert into review.review_case (state, queue, surface, category, severity, priority,
            lane, opened_at)
        values ('OPEN', 'low', 'public', 'violence', 'LOW', 1, false, now());
        insert into review.case_group select 'violence' || e'\\npublic\\n\\nmember:7', case_id
          from review.review_case;
        insert into review.own_filter values
            (gen_random_uuid(), 'kept', '', '', '', 'somebody', 'PRIORITY');
        """).update();

    migrate("review", "latest");

    assertThat(one("select messenger from review.review_case")).isEqualTo("main");
    assertThat(one("select group_key from review.case_group"))
        .isEqualTo("main\nviolence\npublic\n\nmember:7");
    assertThat(one("select messenger from review.own_filter")).isEmpty();
  }

  @Test
  void notice_ofBefore_isOfMainAndItsReporterIsRecognised() {
    migrate("report", "50");
    jdbc.sql("""
        insert into report.notice (notice_id, received_at, caller, request_digest, code_digest,
            origin, key_id, reporter, reporter_mark, ground, category, explanation, surface,
            good_faith, language)
        values (gen_random_uuid(), now(), 'key', '', '', 'messenger', :key, 'user 1', :mark,
            'rules', 'violence', '', 'public', false, 'en')
        """).param("key", KEY.value()).param("mark", MARK_OF_BEFORE).update();
    jdbc.sql("""
        insert into report.misuse (reporter_mark, number, total, gravity, intent, reason, by, at)
        values (:mark, 1, 1, 'LOW', 'CARELESS', '', 'person', now())
        """).param("mark", MARK_OF_BEFORE).update();
    Origin origin = new Origin.Messenger(KEY, Optional.of("user 1"));

    migrate("report", "latest");

    assertThat(one("select messenger from report.notice")).isEqualTo("main");
    assertThat(one("select reporter_mark from report.notice")).isEqualTo(MARK_OF_BEFORE);
    assertThat(one("select reporter_mark from report.misuse")).isEqualTo(MARK_OF_BEFORE);
    assertThat(ReporterMark.of(origin, MadeUpSubjects.MAIN))
        .contains(new ReporterMark(MARK_OF_BEFORE));
    assertThat(ReporterMark.of(origin, new MessengerId("forum")))
        .isPresent()
        .isNotEqualTo(Optional.of(new ReporterMark(MARK_OF_BEFORE)));
  }

  @Test
  void scan_ofBefore_isOfMain() {
    migrate("evidence", "latest");
    migrate("scan", "4");
    jdbc.sql("""
        insert into scan.scan (scan_id, caller, request_digest, surface, size, md5, sha1, sha256,
            outcome, bank_revision, policy_revision, scanned_at)
        values (gen_random_uuid(), 'key', '', 'public', 1, decode(repeat('01', 16), 'hex'),
            decode(repeat('02', 20), 'hex'), decode(repeat('03', 32), 'hex'), 'clear', 1, 1, now())
        """).update();

    migrate("scan", "latest");

    assertThat(one("select messenger from scan.scan")).isEqualTo("main");
  }
}
