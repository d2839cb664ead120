package org.vigie.server.scan.retro;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.vigie.connector.IdempotencyKey;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.Signal;
import org.vigie.media.MediaFormat;
import org.vigie.server.ServerTest;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.scan.Comparison;
import org.vigie.server.scan.MediaSignal;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.PictureReading.NoPicture;
import org.vigie.server.scan.PictureReading.Picture;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanOutcome.Cause;
import org.vigie.server.scan.store.RetroStore;
import org.vigie.server.scan.store.ScanQuery;
import org.vigie.server.scan.store.ScanStore;
import org.vigie.server.scan.store.StoredSignals;
import org.vigie.testkit.Eventually;

/// Media with several signals of one type, as the frames of a film have: stored, read, matched
/// later and deleted like a picture with one.
@ServerTest
@Import(MovableClock.AsTheClock.class)
@Timeout(120)
final class FilmSignalsTest {
  private static final Duration FRAME = Duration.of(41_667, ChronoUnit.MICROS);
  private static final Digest REQUEST = DigestType.SHA256.ofBytes(new byte[32]);

  private final RetroWorld world;
  private final ScanStore store;

  @Autowired
  FilmSignalsTest(ApplicationContext server, ScanStore store) throws InterruptedException {
    this.world = new RetroWorld(server);
    this.store = store;
  }

  /// Returns the signals of a film that is like no other. Some frames have one way and no quality,
  /// as those of a type that is compared as it is.
  private static MediaSignals film(RandomContent content, int frames) {
    List<MediaSignal> signals = new ArrayList<>();
    for (int frame = 0; frame < frames; frame++) {
      boolean turned = content.random.nextInt(3) > 0;
      List<Signal> ways = new ArrayList<>();
      for (int way = 0; way < (turned ? Dihedral.values().length : 1); way++) {
        ways.add(content.unlike());
      }
      signals.add(new MediaSignal(
          Optional.of(FRAME.multipliedBy(frame)),
          ways,
          turned ? OptionalInt.of(content.random.nextInt(101)) : OptionalInt.empty()));
    }
    return new MediaSignals(
        content.unlikeAny().digests(), new Picture(MediaFormat.GIF, 640, 480, signals));
  }

  private long rows(ScanId scan) {
    return world
        .jdbc
        .sql("select count(*) from scan.signal where scan_id = ?")
        .param(scan.value())
        .query(Long.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void signals_ofAFilm_areReadBackAsTheyWereStored(long seed) {
    RandomContent content = new RandomContent(seed);
    MediaSignals film = film(content, 1 + content.random.nextInt(40));
    ScanId id = world.scan(film, content);

    assertThat(store.find(id).orElseThrow().signals()).as("seed %d", seed).isEqualTo(film);
    ScanQuery all =
        new ScanQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(store.list(all, 1_000))
        .filteredOn(scan -> scan.id().equals(id))
        .extracting(Scan::signals)
        .containsExactly(film);
    assertThat(world.transactions.<List<Scan>>execute(_ -> world.store.hold(List.of(id))))
        .extracting(Scan::signals)
        .containsExactly(film);
    assertThat(rows(id)).isEqualTo(film.all().size());
  }

  @Test
  void retroMatch_memberLikeOneFrame_findsTheFilm() {
    RandomContent content = new RandomContent(11);
    Bank bank = world.bank("FRAMES", BankKind.POSITIVE, new Bank.MatchTerms(31, 0, 1));
    MediaSignals film = film(content, 12);
    ScanId scan = world.scan(film, content);
    ScanId other = world.scan(film(content, 12), content);

    Signal frame = film.all().get(3 + 7).orientations().getLast();
    MemberId member = world
        .members
        .add(bank.id(), List.of(MemberSignal.of(frame)), MemberDescription.NONE, RetroWorld.CALLER)
        .id();
    world.quiesce(world.usual(50));

    assertThat(world.stored(scan)).containsExactly(member.value());
    assertThat(world.stored(other)).isEmpty();
  }

  @Test
  void retroMatch_nextScans_haveTheSignalsToCompare() {
    RandomContent content = new RandomContent(12);
    MediaSignals film = film(content, 9);
    ScanId scan = world.scan(film, content);
    MediaSignals picture = content.unlikeAny();
    ScanId still = world.scan(picture, content);

    RetroStore.State all = new RetroStore.State(
        0, Long.MAX_VALUE, 0, 0, Optional.empty(), world.store.state().progress());
    List<StoredSignals> next =
        world.store.next(all, world.clock.instant().minus(Duration.ofDays(1)), 1_000);

    assertThat(next)
        .contains(
            new StoredSignals(scan, film.sought()), new StoredSignals(still, picture.sought()));
  }

  /// A plug-in that was taken away leaves its signals behind.
  @Test
  void signal_ofATypeThatIsNotInstalled_isShownAndHoldsNothingUp() {
    RandomContent content = new RandomContent(16);
    Bank bank = world.bank("GONE", BankKind.POSITIVE, new Bank.MatchTerms(31, 0, 1));
    MediaSignals film = film(content, 4);
    ScanId scan = world.scan(film, content);
    MediaSignals after = film(content, 4);
    ScanId next = world.scan(after, content);
    world
        .jdbc
        .sql("update scan.signal set signal_type = 'gone' where scan_id = ? and slot = 4")
        .param(scan.value())
        .update();

    Set<Long> added = new HashSet<>();
    for (Signal frame : List.of(film.all().get(5).original(), after.all().get(4).original())) {
      added.add(world
          .members
          .add(
              bank.id(), List.of(MemberSignal.of(frame)), MemberDescription.NONE, RetroWorld.CALLER)
          .id()
          .value());
    }
    world.quiesce(world.usual(50));

    assertThat(Stream.of(scan, next).flatMap(each -> world.stored(each).stream()))
        .containsExactlyInAnyOrderElementsOf(added);
    MediaSignals read = store.find(scan).orElseThrow().signals();
    assertThat(read.all()).hasSameSizeAs(film.all());
    assertThat(read.all().get(4).type().id()).isEqualTo("gone");
    assertThat(read.all().get(4).original().bytes())
        .isEqualTo(film.all().get(4).original().bytes());
    assertThat(read.sought())
        .hasSize(film.sought().size() - film.all().get(4).orientations().size());
    ScanQuery all =
        new ScanQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(store.list(all, 1_000)).extracting(Scan::id).contains(next, scan);
  }

  @Test
  void insert_sameKeyAgain_storesNothingMore() {
    RandomContent content = new RandomContent(13);
    Scan first = store.find(world.scan(film(content, 5), content)).orElseThrow();
    Scan second = store.find(world.scan(film(content, 6), content)).orElseThrow();
    assertThat(store.deleteBefore(world.clock.instant().plusSeconds(1), 1_000)).isPositive();
    Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("film-1"));

    assertThat(store.insert(first, key, REQUEST)).isTrue();
    assertThat(store.insert(second, key, REQUEST)).isFalse();

    assertThat(store.findByKey(first.caller(), key.get()).orElseThrow().scan().signals())
        .isEqualTo(first.signals());
    assertThat(rows(first.id())).isEqualTo(first.signals().all().size());
    assertThat(rows(second.id())).isZero();
  }

  /// A scan that is compared again at the moment at which its picture, read late, is stored.
  @Test
  void hold_whileSignalsAreStored_waitsAndHasThem() throws Exception {
    RandomContent content = new RandomContent(15);
    MediaSignals film = film(content, 4);
    ScanId id =
        world.scan(new MediaSignals(film.digests(), new NoPicture(Cause.DEADLINE_PASSED)), content);
    Scan before = store.find(id).orElseThrow();
    Comparison clear = new Comparison(
        before.comparison().banks(),
        before.comparison().policy(),
        Optional.empty(),
        List.of(),
        List.of());

    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Scan>> held = world.transactions.execute(_ -> {
        assertThat(store.complete(before.with(film, clear))).isTrue();
        Future<List<Scan>> waiting = other.submit(
            () -> world.transactions.<List<Scan>>execute(_ -> world.store.hold(List.of(id))));
        Eventually.holds(this::somebodyWaitsForALock);
        return waiting;
      });
      assertThat(held.get()).extracting(Scan::signals).containsExactly(film);
    }
  }

  private boolean somebodyWaitsForALock() {
    return world
        .jdbc
        .sql("select exists (select 1 from pg_locks where not granted)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void deletion_ofAScan_deletesItsSignals() {
    RandomContent content = new RandomContent(14);
    ScanId scan = world.scan(film(content, 30), content);
    assertThat(rows(scan)).isEqualTo(33);

    assertThat(store.deleteBefore(world.clock.instant().plusSeconds(1), 1_000)).isPositive();

    assertThat(store.find(scan)).isEmpty();
    assertThat(rows(scan)).isZero();
  }
}
