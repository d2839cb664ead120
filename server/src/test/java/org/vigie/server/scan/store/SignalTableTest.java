package org.vigie.server.scan.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.platform.postgres.PostgresAccess;
import org.vigie.server.TestDatabase;
import org.vigie.server.frame.TimeOrderedIds;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanOutcome.Cause;

/// The table `scan.signal`: its migration and its reading.
final class SignalTableTest {
  private static final String MADE_UP_SCANS = """
      insert into scan.scan (scan_id, caller, request_digest, surface, size, outcome,
          bank_revision, policy_revision, scanned_at)
      select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'a', '\\x00', 'public',
          1, 'clear', 1, 1, now()
        from generate_series(1, 3000) n
      """;

  private static final String MADE_UP_SIGNALS = """
      insert into scan.signal (scan_id, slot, signal_type, orientations, value)
      select scan_id, slot, 'md5', 1, decode(repeat('00', 16), 'hex')
        from scan.scan cross join generate_series(0, 9) slot
      """;

  private final DriverManagerDataSource database = database();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final ScanStore scans = new ScanStore(jdbc, SignalTypes.installed());

  private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system(), new Random(1));

  private static DriverManagerDataSource database() {
    PostgresAccess access = TestDatabase.create();
    return new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password());
  }

  private void migrate(String module, String target) {
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration/" + module)
        .table("flyway_schema_history_" + module)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(target)
        .load()
        .migrate();
  }

  private void migrateScans(String target) {
    List.of("access", "policy", "bank", "evidence").forEach(module -> migrate(module, "latest"));
    migrate("scan", target);
  }

  /// Stores a scan as it was stored when its signals were columns.
  private ScanId storeOld(Digest digest, byte[] pictures) {
    UUID id = ids.next();
    boolean read = pictures.length > 0;
    jdbc.sql("""
            insert into scan.scan (scan_id, caller, request_digest, surface, size, format, width,
                height, quality, pdq, md5, sha1, sha256, outcome, cause, bank_revision,
                policy_revision, scanned_at)
            values (:id, 'a', '\\x00', 'public', 3, :format, :width, :height, :quality, :pdq,
                decode(repeat('01', 16), 'hex'), decode(repeat('02', 20), 'hex'), :sha256,
                :outcome, :cause, 1, 1, :at)
            """)
        .param("id", id)
        .param("format", read ? "PNG" : null)
        .param("width", read ? 640 : null)
        .param("height", read ? 480 : null)
        .param("quality", read ? 77 : null)
        .param("pdq", read ? pictures : null)
        .param("sha256", digest.bytes())
        .param("outcome", read ? "clear" : "unscannable")
        .param("cause", read ? null : "MALFORMED")
        .param("at", Instant.parse("2026-03-01T12:00:00Z").atOffset(ZoneOffset.UTC))
        .update();
    return new ScanId(id);
  }

  @Test
  void migration_scansWithSignalsAsColumns_keepsEverySignal() {
    migrateScans("4");
    Digest sha256 = Digest.of(DigestType.SHA256, new byte[] {1, 2, 3});
    byte[] pictures = new byte[256];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = (byte) i;
    }
    ScanId picture = storeOld(sha256, pictures);
    ScanId none = storeOld(sha256, new byte[0]);

    migrateScans("latest");

    Scan read = scans.find(picture).orElseThrow();
    assertThat(read.signals().digests())
        .extracting(Digest::type)
        .containsExactly(DigestType.MD5, DigestType.SHA1, DigestType.SHA256);
    assertThat(read.signals().digests().getLast()).isEqualTo(sha256);
    Picture pdq = (Picture) read.signals().picture();
    assertThat(pdq.quality()).isEqualTo(77);
    assertThat(pdq.best().type().id()).isEqualTo("pdq");
    assertThat(pdq.best().orientations()).hasSize(Dihedral.values().length);
    assertThat(pdq.best().orientations().get(7).bytes()).startsWith(7 * 32, 7 * 32 + 1, 7 * 32 + 2);
    assertThat(scans.find(none).orElseThrow().signals().picture())
        .isEqualTo(new NoPicture(Cause.MALFORMED));
    assertThat(scans.find(none).orElseThrow().signals().digests().getLast()).isEqualTo(sha256);
  }

  @Test
  void nextScansOfAPass_inAFilledTable_areFoundByTheirKeys() {
    migrateScans("5"); // later columns have nothing to do with the plan
    jdbc.sql(MADE_UP_SCANS).update();
    jdbc.sql(MADE_UP_SIGNALS).update();
    jdbc.sql("analyze scan.scan, scan.signal").update();

    List<String> plan = jdbc.sql("explain " + RetroStore.NEXT)
        .param("reached", UUID.fromString("00000000-0000-7000-8000-0000000005dc"))
        .param("target", 2)
        .param("since", Instant.EPOCH.atOffset(ZoneOffset.UTC))
        .param("limit", 100)
        .query(String.class)
        .list();

    assertThat(String.join("\n", plan))
        .contains("scan_pkey", "signal_pkey")
        .doesNotContain("Seq Scan");
  }
}
