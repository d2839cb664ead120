package org.vigie.server.scan.retro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.ServerTest;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Bank.MatchTerms;
import org.vigie.server.bank.BankDraft;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberId;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.file.ImportTerms;
import org.vigie.server.bank.transfer.Imports;
import org.vigie.server.scan.MediaSignals;
import org.vigie.server.scan.ScanId;
import org.vigie.testkit.Eventually;

/// The retro-match of real banks against the naive way, which compares every kept scan with all
/// banks after each change: after any changes, passes, crashes and restarts, a scan has all its
/// present matches, and none that it never had.
@ServerTest
@Import(MovableClock.AsTheClock.class)
final class RetroMatchModelTest {
  private final ApplicationContext server;
  private final RetroWorld world;

  @Autowired
  RetroMatchModelTest(ApplicationContext server) throws InterruptedException {
    this.server = server;
    this.world = new RetroWorld(server);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void retroMatch_anyChangesAndDeaths_findsWhatTheNaiveWayFinds(long seed) throws IOException {
    Changes changes = new Changes(seed);
    for (int round = 0; round < 150; round++) {
      changes.round();
      if (round % 50 == 49) {
        changes.quiesce();
        changes.check();
      }
    }
    assertThat(world.gathered.get()).as("small indexes").isPositive();
  }

  /// Thrown where a process would die: its transaction is rolled back.
  private static final class Dies extends RuntimeException {
    private Dies() {
      super("a death that the test wants");
    }
  }

  /// Random changes of a few banks, and the scans that are kept.
  private final class Changes {
    private final long seed;
    private final RandomContent content;
    private final List<BankId> open = new ArrayList<>();
    private final List<MemberId> all = new ArrayList<>();
    private final Map<ScanId, MediaSignals> scans = new LinkedHashMap<>();
    private final Map<ScanId, Set<Long>> ever = new HashMap<>();
    private RetroMatch retro;
    private int names;

    Changes(long seed) {
      this.seed = seed;
      this.content = new RandomContent(seed);
      this.retro = fresh();
      for (int i = 0; i < 4; i++) {
        create();
      }
    }

    /// Returns a fresh retro-match, as after a start: with the state in the tables only.
    private RetroMatch fresh() {
      int batch = 1 + content.random.nextInt(9);
      long most = content.oneOf(List.of(0L, 3L, 1_000L, 1_000L));
      return world.retro(new Dying(content, world.transactions), batch, most);
    }

    private void create() {
      BankKind kind = content.random.nextInt(3) == 0 ? BankKind.NEGATIVE : BankKind.POSITIVE;
      MatchTerms terms = content.random.nextBoolean() ? RetroWorld.ALWAYS : content.terms();
      open.add(world.bank("SEED_" + seed + "_" + names++, kind, terms).id());
    }

    void round() throws IOException {
      switch (content.random.nextInt(23)) {
        case 0, 1, 2, 3 -> add();
        case 4, 5, 20, 21, 22 -> changeStatus();
        case 6, 7 -> disable();
        case 8 -> pass();
        case 9 -> edit();
        case 10 -> closeAndCreate();
        case 11 -> bulk();
        case 12 -> retro = fresh();
        case 13, 14, 15 -> step();
        default -> keep();
      }
      world.followed();
      scans.forEach((scan, media) ->
          ever.computeIfAbsent(scan, _ -> new HashSet<>()).addAll(world.matching(scan, media)));
    }

    private void keep() {
      MediaSignals media = content.media();
      scans.put(world.scan(media, content), media);
    }

    private void add() {
      all.add(world
          .members
          .add(content.oneOf(open), content.member(), MemberDescription.NONE, RetroWorld.CALLER)
          .id());
    }

    private void changeStatus() {
      if (!all.isEmpty()) {
        MemberStatus status = content.oneOf(List.of(MemberStatus.values()));
        world.members.change(
            content.oneOf(all), StatusChange.of(status, "random"), RetroWorld.CALLER);
      }
    }

    private void disable() {
      if (!all.isEmpty()) {
        Duration time = Duration.ofMinutes(1 + content.random.nextInt(20));
        boolean off = content.random.nextInt(4) > 0;
        world.members.disable(
            content.oneOf(all),
            off ? Optional.of(world.clock.instant().plus(time)) : Optional.empty(),
            RetroWorld.CALLER);
      }
    }

    private void pass() {
      world.clock.pass(Duration.ofMinutes(content.random.nextInt(15)));
      Eventually.holds(() -> world
              .jdbc
              .sql("select count(*) from bank.member where disabled_until <= :now")
              .param("now", world.clock.instant().atOffset(ZoneOffset.UTC))
              .query(Long.class)
              .single()
          == 0);
    }

    private void edit() {
      Bank bank = world.banks.find(content.oneOf(open)).orElseThrow();
      BankKind kind =
          content.random.nextInt(5) == 0 ? content.oneOf(List.of(BankKind.values())) : bank.kind();
      BankDraft draft = new BankDraft(
          bank.name(), kind, bank.category(), content.terms(), content.random.nextBoolean(), "");
      world.banks.edit(bank.id(), bank.version(), draft, RetroWorld.CALLER);
    }

    private void closeAndCreate() {
      Bank bank =
          world.banks.find(open.remove(content.random.nextInt(open.size()))).orElseThrow();
      world.banks.close(bank.id(), bank.version(), RetroWorld.CALLER);
      create();
    }

    private void bulk() throws IOException {
      StringBuilder rows = new StringBuilder("signal_type,value,member,status\n");
      for (int i = 0; i < 4; i++) {
        MemberSignal signal = content.member().getFirst();
        rows.append(signal.signal().type().id())
            .append(',')
            .append(signal.signal().text());
        rows.append(",case-").append(i).append(content.oneOf(List.of(",\n", ",withdrawn\n")));
      }
      Bank bank = world.banks.find(content.oneOf(open)).orElseThrow();
      byte[] file = rows.toString().getBytes(StandardCharsets.UTF_8);
      ImportId id = server
          .getBean(Imports.class)
          .start(
              bank,
              ImportTerms.strict(ImportForm.HASH_LIST),
              new ByteArrayInputStream(file),
              RetroWorld.CALLER);
      Eventually.holds(
          () -> server.getBean(Imports.class).find(id).orElseThrow().state().isFinal());
    }

    private void step() {
      try {
        retro.step();
      } catch (Dies e) {
        retro = fresh();
      }
    }

    /// Lets a process that does not die finish.
    void quiesce() {
      world.quiesce(world.usual(10));
    }

    private void check() {
      scans.forEach((scan, media) -> assertThat(world.stored(scan))
          .as("seed %d, scan %s", seed, scan)
          .containsAll(world.matching(scan, media))
          .isSubsetOf(ever.getOrDefault(scan, Set.of())));
    }
  }

  /// Transactions of a process that dies now and then, just before the commit.
  private record Dying(RandomContent content, TransactionTemplate real)
      implements TransactionOperations {
    @Override
    public <T> T execute(TransactionCallback<T> work) {
      return real.execute(status -> {
        T value = work.doInTransaction(status);
        if (content.random.nextInt(12) == 0) {
          throw new Dies();
        }
        return value;
      });
    }
  }
}
