package org.vigie.server.scan.retro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.ServerTest;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.BankRevised;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.scan.MadeUpBanks;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanFinished;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanOutcome;
import org.vigie.server.scan.ScanReply;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.ScanWorld;
import org.vigie.server.scan.Scanner;
import org.vigie.server.scan.Scans;
import org.vigie.server.scan.store.RetroStore;
import org.vigie.testkit.Eventually;

/// The retro-match against a naive model: for every order of scans, growth, steps and crashes,
/// every scan ends with every match, each found once.
@ServerTest
@Import(ScanWorld.class)
@RecordApplicationEvents
final class RetroMatchTest {
  private static final int CONTENTS = 12;

  private final Scanner scanner;
  private final Scans scans;
  private final MadeUpBanks banks;
  private final RetroWork work;
  private final JdbcClient jdbc;

  @Autowired
  RetroMatchTest(Scanner scanner, Scans scans, MadeUpBanks banks, RetroWork work, JdbcClient jdbc) {
    this.scanner = scanner;
    this.scans = scans;
    this.banks = banks;
    this.work = work;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void onlyTheTestTakesSteps() throws InterruptedException {
    work.stop();
  }

  private static byte[] content(int number) {
    return ("content " + number).getBytes(StandardCharsets.UTF_8);
  }

  private ScanId scan(int content) {
    Subject submission = MadeUpSubjects.nowhere(Surface.PUBLIC);
    ScanRequest request = new ScanRequest(new Caller.Vigie(), Optional.empty(), submission);
    ScanReply reply = scanner.scan(request, Media.of(content(content)));
    return ((ScanReply.Answered) reply).scan().id();
  }

  private long grow(int content) {
    long member = banks
        .add(ScanWorld.GRAVE, Digest.of(DigestType.SHA256, content(content)))
        .value();
    work.on(new BankRevised(banks.revision(), true));
    return member;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void retroMatch_anyInterleaving_findsEveryMatchOnce(long seed, ApplicationEvents events) {
    Random random = new Random(seed);
    Map<ScanId, Integer> contents = new HashMap<>();
    Map<Integer, Set<Long>> members = new HashMap<>();
    for (int round = 0; round < 150; round++) {
      int content = (int) seed * 1_000 + random.nextInt(CONTENTS);
      switch (random.nextInt(4)) {
        case 0 -> members.computeIfAbsent(content, _ -> new HashSet<>()).add(grow(content));
        case 1 -> work.step();
        default -> contents.put(scan(content), content);
      }
    }
    finish();

    contents.forEach((scan, content) -> assertThat(found(scan))
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(members.getOrDefault(content, Set.of())));
    List<ScanId> told = events.stream(ScanFinished.class)
        .filter(ScanFinished::retro)
        .map(ScanFinished::scan)
        .toList();
    assertThat(told).as("scans that grew").containsAll(grown(contents.keySet()));
    assertThat(jdbc.sql("select count(*) from scan.scan where retro_due")
            .query(Long.class)
            .single())
        .isZero();
  }

  /// Steps until no work remains. A step without work is not the end: a pass also waits for other
  /// transactions in the database server, also of other databases.
  private void finish() {
    RetroStore store = new RetroStore(jdbc, SignalTypes.installed());
    Eventually.holds(() -> {
      boolean busy = work.step();
      RetroStore.State state = store.state();
      return !busy && !state.isUnderWay() && state.wanted() <= state.done();
    });
  }

  private List<Long> found(ScanId id) {
    Scan scan = scans.find(id).orElseThrow();
    return scan.comparison().matches().stream()
        .map(match -> match.member().value())
        .toList();
  }

  private List<ScanId> grown(Set<ScanId> all) {
    List<ScanId> grown = new ArrayList<>();
    for (ScanId id : all) {
      Scan scan = scans.find(id).orElseThrow();
      if (scan.comparison().matches().stream().anyMatch(match -> match.found().retro())) {
        grown.add(id);
        assertThat(scan.outcome()).isInstanceOf(ScanOutcome.Matched.class);
      }
    }
    return grown;
  }
}
