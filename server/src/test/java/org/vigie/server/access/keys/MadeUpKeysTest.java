package org.vigie.server.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.vigie.server.ServerTest;
import org.vigie.server.access.ApiKeys;
import org.vigie.server.access.Caller;
import org.vigie.server.access.CallerAddress;
import org.vigie.server.access.KeyName;
import org.vigie.server.access.KeyToken;
import org.vigie.server.access.Scope;
import org.vigie.server.access.keys.KeyGate.Entry;
import org.vigie.server.access.store.KeyStore;

/// Invented keys cost the database next to nothing.
@ServerTest
final class MadeUpKeysTest {
  private static final CallerAddress SOMEWHERE = new CallerAddress(Optional.of("203.0.113.9"));
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CALLS = 2_000;

  private final Asked database;
  private final KeyGate gate;
  private final String real;

  @Autowired
  MadeUpKeysTest(DataSource source) {
    database = new Asked(source);
    KeyStore store = new KeyStore(JdbcClient.create(database));
    gate = new KeyGate(store, InstantSource.system(), System::nanoTime);
    real = ApiKeys.over(source)
        .add(new Caller.Vigie(), new KeyName("gateway"), Set.of(Scope.SCAN), CALLS)
        .token()
        .text();
    gate.refresh();
  }

  private static String madeUp() {
    return KeyToken.generate(RANDOM).text();
  }

  private Entry enter(String key) {
    return gate.enter(key, SOMEWHERE);
  }

  @Test
  void keysMadeUp_manyAtOnce_shareFewQuestions() throws Exception {
    long start = System.nanoTime();
    int before = database.asked.get();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Entry>> answers = new ArrayList<>();
      for (int call = 0; call < CALLS; call++) {
        answers.add(threads.submit(() -> enter(madeUp())));
      }
      assertThat(enter(real)).isInstanceOf(Entry.Granted.class);
      for (Future<Entry> answer : answers) {
        assertThat(answer.get()).isEqualTo(new Entry.Refused());
      }
    }
    long tenths = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 100;
    // A comparison takes two connections where a key has changed since the last one.
    assertThat(database.asked.get() - before).isLessThanOrEqualTo((int) (tenths + 2) * 2);
  }

  @Test
  void keysMadeUp_moreThanMayWait_areRefusedFromMemory() throws Exception {
    CountDownLatch stalled = new CountDownLatch(1);
    database.stall = stalled;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Entry>> answers = new ArrayList<>();
      for (int call = 0; call < CALLS; call++) {
        answers.add(threads.submit(() -> enter(madeUp())));
      }
      assertThat(enter(real)).isInstanceOf(Entry.Granted.class);
      assertThat(answers.stream().map(MadeUpKeysTest::answer).filter(new Entry.Unknown()::equals))
          .as("those who waited in vain, or came when it was known to be in vain")
          .isNotEmpty();
      assertThat(answers.stream().map(MadeUpKeysTest::answer).filter(new Entry.Refused()::equals))
          .as("those for whom no place to wait was left")
          .isNotEmpty();
      assertThat(enter(real)).isInstanceOf(Entry.Granted.class);
    } finally {
      stalled.countDown();
    }
  }

  private static Entry answer(Future<Entry> entry) {
    try {
      return entry.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A database that counts questions, and keeps them waiting as long as it is to stall.
  private static final class Asked extends DelegatingDataSource {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile @Nullable CountDownLatch stall;

    Asked(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      asked.incrementAndGet();
      CountDownLatch until = stall;
      if (until != null) {
        try {
          until.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return super.getConnection();
    }
  }
}
