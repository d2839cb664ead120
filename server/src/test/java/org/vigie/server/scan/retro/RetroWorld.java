package org.vigie.server.scan.retro;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.connector.Subject;
import org.vigie.connector.Surface;
import org.vigie.fingerprint.Digest;
import org.vigie.fingerprint.DigestType;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankName;
import org.vigie.server.bank.BankRevision;
import org.vigie.server.bank.Banks;
import org.vigie.server.bank.Findings;
import org.vigie.server.bank.GrownContent;
import org.vigie.server.bank.Growth;
import org.vigie.server.bank.KnownContent;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.Neighbour;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.bank.curating.StoredMembers;
import org.vigie.server.frame.TimeOrderedIds;
import org.vigie.server.messenger.MadeUpSubjects;
import org.vigie.server.policy.CategoryKey;
import org.vigie.server.policy.Policies;
import org.vigie.server.scan.Media;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.Scan;
import org.vigie.server.scan.ScanId;
import org.vigie.server.scan.ScanReply;
import org.vigie.server.scan.ScanRequest;
import org.vigie.server.scan.archive.MatchedAttachments;
import org.vigie.server.scan.archive.ScanArchive;
import org.vigie.server.scan.comparing.SignalComparison;
import org.vigie.server.scan.metering.ScanMeters;
import org.vigie.server.scan.store.RetroStore;
import org.vigie.testkit.Eventually;

/// The shared parts of tests of the retro-match with real banks: a server whose chores the test
/// runs step by step, and a naive model.
final class RetroWorld {
  static final Caller CALLER = new Caller.Vigie();
  static final MatchTerms ALWAYS = new MatchTerms(31, 50, 1);
  private static final Subject PUBLIC = MadeUpSubjects.nowhere(Surface.PUBLIC);

  final Banks banks;
  final StoredMembers members;
  final KnownContent known;
  final RetroStore store;
  final MovableClock clock;
  final JdbcClient jdbc;
  final TransactionTemplate transactions;
  final AtomicInteger comparedInFull = new AtomicInteger();
  final AtomicInteger gathered = new AtomicInteger();

  private final ApplicationContext server;

  RetroWorld(ApplicationContext server) throws InterruptedException {
    this.server = server;
    banks = server.getBean(Banks.class);
    members = server.getBean(StoredMembers.class);
    known = server.getBean(KnownContent.class);
    store = server.getBean(RetroStore.class);
    clock = server.getBean(MovableClock.class);
    jdbc = server.getBean(JdbcClient.class);
    transactions = new TransactionTemplate(server.getBean(PlatformTransactionManager.class));
    server.getBean(RetroWork.class).stop();
    quiesce(usual(1_000));
  }

  /// Counts the queries of the index of all banks.
  private final class Counting implements KnownContent {
    @Override
    public boolean isReady() {
      return known.isReady();
    }

    @Override
    public BankRevision revision() {
      return known.revision();
    }

    @Override
    public Findings find(List<List<SoughtSignal>> contents, Selection selection) {
      comparedInFull.addAndGet(contents.size());
      return known.find(contents, selection);
    }

    @Override
    public List<Neighbour> nearest(List<SoughtSignal> content, int radius, int limit) {
      return known.nearest(content, radius, limit);
    }
  }

  private Optional<GrownContent> counted(Optional<GrownContent> content) {
    content.ifPresent(_ -> gathered.incrementAndGet());
    return content;
  }

  /// Returns a fresh retro-match, as after a start: with the state in the tables only.
  RetroMatch usual(int batch) {
    return retro(transactions, batch, 1_000);
  }

  RetroMatch retro(TransactionOperations way, int batch, long mostSignals) {
    KnownContent counting = new Counting();
    Growth growth =
        (after, upTo, most) -> counted(server.getBean(Growth.class).gather(after, upTo, most));
    return new RetroMatch(
        store,
        way,
        new RetroComparison(
            store,
            counting,
            server.getBean(Policies.class),
            clock,
            server,
            server.getBean(ScanMeters.class),
            server.getBean(MatchedAttachments.class)),
        counting,
        growth,
        clock,
        new RetroMatch.Limits(Duration.ofDays(30), batch, mostSignals));
  }

  /// Steps until no work remains.
  void quiesce(RetroMatch retro) {
    followed();
    Eventually.holds(() -> {
      boolean busy = retro.step();
      RetroStore.State state = store.state();
      return !busy && !state.isUnderWay() && state.wanted() <= state.done();
    });
  }

  void followed() {
    Eventually.holds(() -> known.isReady()
        && known.revision().number()
            >= jdbc.sql("select number from bank.revision").query(Long.class).single());
  }

  Bank bank(String name, BankKind kind, MatchTerms terms) {
    return banks.create(
        new BankDraft(new BankName(name), kind, new CategoryKey("made-up"), terms, true, ""),
        CALLER);
  }

  ScanId scan(MediaSignals media, RandomContent content) {
    ScanId id = new ScanId(new TimeOrderedIds(clock, content.random).next());
    Scan scan = new Scan(
        id,
        "vigie",
        PUBLIC,
        1,
        media,
        server.getBean(SignalComparison.class).compare(id, media, Surface.PUBLIC),
        Optional.empty());
    ScanRequest request = new ScanRequest(CALLER, Optional.empty(), PUBLIC);
    Digest digest = DigestType.SHA256.ofBytes(new byte[32]);
    assertThat(server.getBean(ScanArchive.class).keep(request, digest, scan, Media.of(new byte[0])))
        .isInstanceOf(ScanReply.Answered.class);
    return id;
  }

  /// Returns the present matches of a scan, the naive way.
  Set<Long> matching(ScanId scan, MediaSignals media) {
    KnownContent.Selection selection = new KnownContent.Selection(Set.of(), scan.coin());
    return known.find(List.of(media.sought()), selection).contents().getFirst().matches().stream()
        .map(match -> match.member().value())
        .collect(Collectors.toSet());
  }

  Set<Long> stored(ScanId scan) {
    return new HashSet<>(
        jdbc.sql("""
            select member_id from scan.match
             where scan_id = :scan and silenced_by_bank is null
            """).param("scan", scan.value()).query(Long.class).list());
  }
}
