package org.vigie.server.scan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.LumaPlane;
import org.vigie.fingerprint.PdqFingerprint;
import org.vigie.fingerprint.PdqHasher;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.platform.blob.BlobStore;
import org.vigie.server.ServerTest;
import org.vigie.server.scan.MadeUpBanks;
import org.vigie.server.scan.MadeUpMedia;
import org.vigie.server.scan.ScanWorld;
import org.vigie.server.scan.retro.NearSignal;
import org.vigie.testkit.SyntheticPicture;
import tools.jackson.databind.JsonNode;

/// Scans over HTTP, from the parts of the request to the rows that are stored.
@ServerTest
@Import(ScanWorld.class)
@TestPropertySource(properties = "vigie.scan.deadline=60s")
final class ScanControllerTest {
  private static final String PUBLIC = "{\"surface\":\"public\"}";

  private final Api api;
  private final Api otherKey;
  private final MadeUpBanks banks;
  private final JdbcClient jdbc;
  private final BlobStore blobs;

  @Autowired
  ScanControllerTest(MockMvc http, MadeUpBanks banks, JdbcClient jdbc, BlobStore blobs) {
    this.api = new Api(http);
    this.otherKey = new Api(http, "bbbbbbbbbbbb");
    this.banks = banks;
    this.jdbc = jdbc;
    this.blobs = blobs;
  }

  private static PdqFingerprint pdq(SyntheticPicture picture) {
    return new PdqHasher().hash(LumaPlane.ofRgb(picture.width(), picture.height(), picture.rgb()));
  }

  @Test
  void scan_unknownPicture_isClearAndNamesItsSignals() {
    SyntheticPicture picture = MadeUpMedia.picture(1);
    PdqFingerprint expected = pdq(picture);

    Api.Answer answer = api.scan(PUBLIC, MadeUpMedia.png(1));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("outcome").asString()).isEqualTo("clear");
    assertThat(answer.json().path("bank_revision").asLong(-1))
        .isEqualTo(banks.revision().number());
    assertThat(answer.json().path("policy_revision").asInt()).isEqualTo(7);
    assertThat(answer.json().path("surface").asString()).isEqualTo("public");
    assertThat(answer.json().has("decision")).isFalse();
    JsonNode signal = answer.json().path("signals").get(3);
    assertThat(signal.path("type").asString()).isEqualTo("pdq");
    assertThat(signal.path("value").asString()).isEqualTo(expected.signal().text());
    assertThat(signal.path("quality").asInt()).isEqualTo(expected.quality());
    assertThat(signal.path("compared").asBoolean()).isTrue();
  }

  @Test
  void scan_equalDigestOfVerifiedBank_isMatchedAndDecidedAtOnce() {
    byte[] media = MadeUpMedia.png(2);
    long member = banks.add(ScanWorld.GRAVE, Digest.of(DigestType.SHA1, media)).value();

    JsonNode answer = api.scan(PUBLIC, media).json();

    assertThat(answer.path("outcome").asString()).isEqualTo("matched");
    JsonNode match = answer.path("matches").get(0);
    assertThat(match.path("bank").asString()).isEqualTo("GRAVE");
    assertThat(match.path("member").asLong()).isEqualTo(member);
    assertThat(match.path("category").asString()).isEqualTo("grave-content");
    assertThat(match.path("severity").asString()).isEqualTo("critical");
    assertThat(match.path("signal_type").asString()).isEqualTo("sha1");
    assertThat(match.path("distance").asInt(-1)).isZero();
    assertThat(match.path("verified").asBoolean()).isTrue();
    assertThat(match.path("disputed").asBoolean()).isFalse();
    assertThat(match.has("transform")).isFalse();
    assertThat(answer.at("/decision/measure").asString()).isEqualTo("quarantine");
    assertThat(answer.at("/decision/confirmation").asString()).isEqualTo("automatic");
  }

  @Test
  void scan_disputedMember_waitsForAPerson() {
    byte[] media = MadeUpMedia.png(3);
    banks.dispute(true);
    banks.add(ScanWorld.GRAVE, Digest.of(DigestType.SHA256, media));
    banks.dispute(false);

    JsonNode answer = api.scan(PUBLIC, media).json();

    assertThat(answer.at("/matches/0/disputed").asBoolean()).isTrue();
    assertThat(answer.at("/decision/confirmation").asString()).isEqualTo("human");
  }

  @Test
  void scan_turnedPicture_matchesPerceptuallyAndWaitsForAPerson() {
    SyntheticPicture picture = MadeUpMedia.picture(4);
    PdqSignal listed = pdq(picture).signal();
    banks.add(ScanWorld.GRAVE, listed);
    BufferedImage upright = picture.image();
    BufferedImage turned = new BufferedImage(384, 512, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 384; y++) {
      for (int x = 0; x < 512; x++) {
        turned.setRGB(383 - y, x, upright.getRGB(x, y));
      }
    }

    JsonNode answer = api.scan(PUBLIC, MadeUpMedia.png(turned)).json();

    assertThat(answer.path("outcome").asString()).isEqualTo("matched");
    JsonNode match = answer.path("matches").get(0);
    assertThat(match.path("signal_type").asString()).isEqualTo("pdq");
    assertThat(match.path("radius").asInt()).isEqualTo(31);
    assertThat(match.path("transform").asString()).isEqualTo("rotate-90");
    assertThat(answer.at("/decision/confirmation").asString()).isEqualTo("human");
  }

  @Test
  void scan_contentThatIsNoPicture_isUnscannableWithItsCause() {
    JsonNode answer = api.scan(PUBLIC, Multipart.text("a text about nothing")).json();

    assertThat(answer.path("outcome").asString()).isEqualTo("unscannable");
    assertThat(answer.path("cause").asString()).isEqualTo("UNKNOWN_FORMAT");
    assertThat(answer.path("signals").size()).isEqualTo(3);
  }

  @Test
  void scan_unreadableMediaOfAKnownDigest_isMatched() {
    byte[] media = Multipart.text("a film that no decoder here reads");
    banks.add(ScanWorld.GRAVE, Digest.of(DigestType.MD5, media));

    JsonNode answer = api.scan(PUBLIC, media).json();

    assertThat(answer.path("outcome").asString()).isEqualTo("matched");
    assertThat(answer.has("cause")).isFalse();
  }

  @Test
  void scan_noBytes_isUnscannable() {
    JsonNode answer = api.scan(PUBLIC, new byte[0]).json();

    assertThat(answer.path("cause").asString()).isEqualTo("EMPTY");
  }

  @Test
  void scan_featurelessPicture_isNeverClear() {
    banks.add(ScanWorld.PETTY, PdqSignal.ZERO);

    JsonNode answer = api.scan(
            PUBLIC, MadeUpMedia.png(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB)))
        .json();

    assertThat(answer.path("outcome").asString()).isEqualTo("unscannable");
    assertThat(answer.path("cause").asString()).isEqualTo("LOW_QUALITY");
    assertThat(answer.at("/signals/3/compared").asBoolean(true)).isFalse();
  }

  @Test
  void scan_knownFalsePositive_isSilencedAndSaysSo() {
    SyntheticPicture picture = MadeUpMedia.picture(5);
    PdqSignal signal = pdq(picture).signal();
    PdqSignal near = NearSignal.without(3, signal);
    banks.add(ScanWorld.GRAVE, near);
    long silencer = banks.add(ScanWorld.HARMLESS, signal).value();

    JsonNode answer = api.scan(PUBLIC, MadeUpMedia.png(5)).json();

    assertThat(answer.path("outcome").asString()).isEqualTo("clear");
    assertThat(answer.at("/silenced/0/match/distance").asInt()).isEqualTo(3);
    assertThat(answer.at("/silenced/0/by/member").asLong()).isEqualTo(silencer);
  }

  @Test
  void scan_whenAnswered_isStored() {
    byte[] media = MadeUpMedia.png(6);
    banks.add(ScanWorld.GRAVE, Digest.of(DigestType.SHA256, media));

    JsonNode answer = api.scan(
            "{\"surface\":\"public\",\"room\":\"r1\",\"account\":\"a1\",\"message\":\"m1\"}", media)
        .json();

    List<String> stored = jdbc.sql("""
            select surface || ' ' || room || ' ' || account || ' ' || message || ' ' || outcome
                || ' ' || length(g.value) || ' ' || size || ' ' || m.signal_type
            from scan.scan s join scan.match m using (scan_id) join scan.signal g using (scan_id)
            where scan_id = cast(? as uuid) and g.signal_type = 'pdq'
            """)
        .param(answer.path("scan_id").asString())
        .query(String.class)
        .list();
    assertThat(stored).containsExactly("public r1 a1 m1 matched 256 " + media.length + " sha256");
  }

  /// Returns the sealed media of scans.
  private List<String> sealed(JsonNode answer) {
    return jdbc.sql("""
            select o.sha256 || ' ' || o.media_type || ' ' || o.kind
            from scan.scan s join evidence.object o on o.evidence_id = s.media
            where scan_id = cast(? as uuid) and o.source = 'scan:' || s.scan_id
              and o.keep_until >= date_trunc('milliseconds', s.scanned_at) + interval '30 days'
            """)
        .param(answer.path("scan_id").asString())
        .query(String.class)
        .list();
  }

  private static String sha256(byte[] media) {
    return Digest.of(DigestType.SHA256, media).text();
  }

  @Test
  void scan_whoseMediaAPersonMayHaveToSee_isSealedWithIt() {
    byte[] matching = MadeUpMedia.png(16);
    banks.add(ScanWorld.GRAVE, Digest.of(DigestType.SHA256, matching));
    byte[] unreadable = Multipart.text("no picture, shared in public");

    assertThat(sealed(api.scan(PUBLIC, matching).json()))
        .containsExactly(sha256(matching) + " image/png MEDIA");
    assertThat(sealed(api.scan(PUBLIC, unreadable).json()))
        .containsExactly(sha256(unreadable) + " application/octet-stream MEDIA");
    assertThat(sealed(api.scan(PUBLIC, MadeUpMedia.png(17)).json())).isEmpty();
    assertThat(sealed(api.scan(PUBLIC, new byte[0]).json())).isEmpty();
  }

  @Test
  void scan_repeatedUnderItsKey_isSealedOnce() {
    byte[] media = Multipart.text("no picture, sent twice");

    JsonNode first = api.scan("key-18", PUBLIC, media).json();
    JsonNode second = api.scan("key-18", PUBLIC, media).json();

    assertThat(second).isEqualTo(first);
    assertThat(jdbc.sql("select count(*) from evidence.object where sha256 = ?")
            .param(sha256(media))
            .query(Integer.class)
            .single())
        .isOne();
  }

  @Test
  void scan_sameKeyAndRequest_isAnsweredAsBeforeAndStoredOnce() {
    byte[] media = MadeUpMedia.png(7);
    Api.Answer first = api.scan("key-7", PUBLIC, media);
    banks.add(ScanWorld.GRAVE, Digest.of(DigestType.SHA256, media));

    Api.Answer second = api.scan("key-7", PUBLIC, media);

    assertThat(second).isEqualTo(first);
    assertThat(countByKey("key-7")).isOne();
  }

  @Test
  void scan_sameKeyManyAtOnce_isStoredOnceAndAnsweredAlike() throws Exception {
    byte[] media = MadeUpMedia.png(13);
    List<Callable<Api.Answer>> calls =
        Collections.nCopies(8, () -> api.scan("key-13", PUBLIC, media));

    Set<Api.Answer> answers = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Api.Answer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).hasSize(1).allMatch(answer -> answer.status() == 200);
    assertThat(countByKey("key-13")).isOne();
  }

  @Test
  void scan_sameKeyManyAtOnce_leavesOneBlob() throws Exception {
    byte[] media = Multipart.text("no picture, sent many times at once");
    long before = blobs();
    List<Callable<Api.Answer>> calls =
        Collections.nCopies(8, () -> api.scan("key-19", PUBLIC, media));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Api.Answer> answer : threads.invokeAll(calls)) {
        assertThat(answer.get().status()).isEqualTo(200);
      }
    }
    assertThat(blobs()).isEqualTo(before + 1);
  }

  @Test
  void scan_thatIsRolledBack_leavesNoBlob() throws IOException {
    long before = blobs();
    jdbc.sql("alter table scan.scan add constraint none check (false) not valid")
        .update();
    try {
      assertThat(api.scan(PUBLIC, Multipart.text("no picture, and not stored")).status())
          .isEqualTo(500);
    } finally {
      jdbc.sql("alter table scan.scan drop constraint none").update();
    }
    assertThat(blobs()).isEqualTo(before);
  }

  private long blobs() throws IOException {
    AtomicLong count = new AtomicLong();
    blobs.walk(_ -> count.incrementAndGet());
    return count.get();
  }

  @Test
  void scan_sameKeyAndOtherRequest_isRefused() {
    api.scan("key-8", PUBLIC, MadeUpMedia.png(8));

    Api.Answer other = api.scan("key-8", PUBLIC, MadeUpMedia.png(9));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.field()).isEqualTo("Idempotency-Key");
  }

  @Test
  void scan_sameKeyOfAnotherCaller_isAnotherScan() {
    byte[] media = MadeUpMedia.png(10);
    Api.Answer one = api.scan("key-10", PUBLIC, media);

    Api.Answer other = otherKey.scan("key-10", PUBLIC, media);

    assertThat(other.json().path("scan_id")).isNotEqualTo(one.json().path("scan_id"));
    assertThat(countByKey("key-10")).isEqualTo(2);
  }

  @Test
  void scan_indexNotLoaded_isNotReadyAndStoresNothing() {
    long before = count();
    banks.ready(false);
    try {
      assertThat(api.scan(PUBLIC, MadeUpMedia.png(11)).status()).isEqualTo(503);
      assertThat(count()).isEqualTo(before);
    } finally {
      banks.ready(true);
    }
  }

  @Test
  void scan_mediaThatContainsTheBoundaryNearly_isReadWhole() {
    byte[] media = MadeUpMedia.png(12);
    byte[] tricky = Arrays.copyOf(media, media.length + 12);
    System.arraycopy(Multipart.text("\r\n--b0undar"), 0, tricky, media.length, 11);

    JsonNode answer = api.scan(PUBLIC, tricky).json();

    assertThat(answer.at("/signals/0/value").asString())
        .isEqualTo(Digest.of(DigestType.MD5, tricky).text());
    assertThat(answer.path("outcome").asString()).isEqualTo("clear");
  }

  private long count() {
    return jdbc.sql("select count(*) from scan.scan").query(Long.class).single();
  }

  private long countByKey(String key) {
    return jdbc.sql("select count(*) from scan.scan where idempotency_key = ?")
        .param(key)
        .query(Long.class)
        .single();
  }
}
