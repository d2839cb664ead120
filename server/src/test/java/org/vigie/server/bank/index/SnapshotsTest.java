package org.vigie.server.bank.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.server.bank.transfer.BankInstallation.CALLER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.fingerprint.PdqSignal;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.KnownContent.Selection;
import org.vigie.server.bank.Match;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberSignal;
import org.vigie.server.bank.MemberStatus;
import org.vigie.server.bank.SoughtSignal;
import org.vigie.server.bank.StatusChange;
import org.vigie.server.bank.transfer.BankInstallation;

/// Starting from snapshots: the findings never depend on them.
@Tag("slow")
final class SnapshotsTest {
  @Test
  void start_fromASnapshot_hasWhatCameAfterIt() {
    BankInstallation first = BankInstallation.empty();
    Bank bank = first.bank("KNOWN");
    Member kept = add(first, bank, 1);
    Member withdrawn = add(first, bank, 2);
    Member disputed = add(first, bank, 3);
    change(first, disputed, MemberStatus.DISPUTED);
    try (BankInstallation meanwhile = first.withFolderOfItsOwn()) {
      first.close();
      assertThat(snapshots(first)).hasSize(1);
      change(meanwhile, withdrawn, MemberStatus.WITHDRAWN);
      add(meanwhile, bank, 4);
    }

    try (BankInstallation second = first.another()) {
      assertThat(matches(second, 1))
          .singleElement()
          .satisfies(match -> assertThat(match.member()).isEqualTo(kept.id()));
      assertThat(matches(second, 2)).isEmpty();
      assertThat(matches(second, 3))
          .singleElement()
          .satisfies(match -> assertThat(match.disputed()).isTrue());
      assertThat(matches(second, 4)).hasSize(1);
    }
  }

  @Test
  void start_withADamagedSnapshot_buildsFromTheDatabase() throws IOException {
    BankInstallation first = BankInstallation.empty();
    add(first, first.bank("KNOWN"), 1);
    first.close();
    Path file = snapshots(first).getFirst();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[64]), channel.size() / 2);
    }

    try (BankInstallation second = first.another()) {
      assertThat(matches(second, 1)).hasSize(1);
    }
  }

  @Test
  void start_withTheSnapshotOfAnotherDatabase_doesNotUseIt() {
    BankInstallation first = BankInstallation.empty();
    add(first, first.bank("KNOWN"), 1);
    first.close();

    try (BankInstallation other = BankInstallation.empty(first.directory)) {
      Bank bank = other.bank("KNOWN");
      add(other, bank, 2);
      assertThat(matches(other, 1)).isEmpty();
      assertThat(matches(other, 2)).hasSize(1);
    }
  }

  @Test
  void start_afterABackupWasRestoredAndWentItsOwnWay_doesNotUseTheSnapshot() {
    BankInstallation first = BankInstallation.empty();
    Bank bank = first.bank("KNOWN");
    add(first, bank, 1);
    first.close();
    forgetTheLastChange(first);
    try (BankInstallation restored = first.withFolderOfItsOwn()) {
      add(restored, bank, 2);
      add(restored, bank, 3);
    }

    try (BankInstallation second = first.another()) {
      assertThat(matches(second, 1)).isEmpty();
      assertThat(matches(second, 2)).hasSize(1);
      assertThat(matches(second, 3)).hasSize(1);
    }
  }

  @Test
  void start_withASnapshotThatCannotBeRemoved_worksAndSavesAnother() throws IOException {
    BankInstallation first = BankInstallation.empty();
    add(first, first.bank("KNOWN"), 1);
    Path stuck = first.directory.resolve("signals-9-" + UUID.randomUUID() + ".index");
    Files.createDirectories(stuck.resolve("not-empty"));

    try (BankInstallation second = first.another()) {
      assertThat(matches(second, 1)).hasSize(1);
    }
    first.close();
    assertThat(snapshots(first)).hasSize(2).contains(stuck);
  }

  /// Changes the tables as restoring a backup from before the last change does.
  private static void forgetTheLastChange(BankInstallation vigie) {
    JdbcClient jdbc = JdbcClient.create(vigie.database);
    jdbc.sql("delete from bank.signal").update();
    jdbc.sql("delete from bank.member").update();
    jdbc.sql("delete from bank.change where revision = 2").update();
    jdbc.sql("update bank.revision set number = 1").update();
    jdbc.sql("update bank.bank set members = 0").update();
  }

  private static Member add(BankInstallation vigie, Bank bank, int number) {
    List<MemberSignal> signals = List.of(MemberSignal.of(signal(number)));
    return vigie.members.add(bank.id(), signals, MemberDescription.NONE, CALLER);
  }

  private static void change(BankInstallation vigie, Member member, MemberStatus status) {
    vigie.members.change(member.id(), StatusChange.of(status, "a test"), CALLER);
  }

  private static List<Match> matches(BankInstallation vigie, int number) {
    List<List<SoughtSignal>> content = List.of(List.of(SoughtSignal.of(signal(number))));
    return vigie.known.find(content, Selection.ALL).contents().getFirst().matches();
  }

  /// Far from the signal of every other number.
  private static PdqSignal signal(int number) {
    return new PdqSignal(-1L << 8 * number, 0, number * 0x9E3779B97F4A7C15L, 0);
  }

  private static List<Path> snapshots(BankInstallation vigie) {
    try (Stream<Path> files = Files.list(vigie.directory)) {
      return files.filter(file -> file.toString().endsWith(".index")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
