package org.vigie.server.bank.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.server.bank.transfer.BankInstallation.CALLER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.file.Import;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.file.ImportTerms;
import org.vigie.server.bank.store.MemberQuery;
import org.vigie.testkit.Eventually;

/// Files whose import, or process, fails.
@Tag("slow")
final class ImportFailuresTest {
  private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";
  private static final BankInstallation vigie = BankInstallation.empty();

  @AfterAll
  static void stop() {
    vigie.close();
  }

  @Test
  void import_whoseConnectionIsCut_leavesNothingAndSaysSo() throws IOException {
    Bank bank = vigie.bank("CUT");
    StringBuilder list = new StringBuilder();
    for (int line = 0; line < 60_000; line++) {
      list.append("%032x\n".formatted(line));
    }
    ImportId id = vigie.imports.start(
        bank, ImportTerms.strict(ImportForm.HASH_LIST), bytes(list.toString()), CALLER);
    Eventually.holds(() -> vigie.imports.find(id).orElseThrow().progress().rowsRead() >= 20_000);
    vigie.cutConnectionsOf("copy staged");
    vigie.cutConnectionsOf("staged_member");
    Eventually.holds(() -> vigie.imports.find(id).orElseThrow().state().isFinal());

    Import ended = vigie.imports.find(id).orElseThrow();
    if (ended.state() == Import.State.FAILED) {
      assertThat(vigie.members.list(bank.id(), MemberQuery.ALL, 0, 10)).isEmpty();
      assertThat(vigie.banks.get(bank.name()).members()).isZero();
    } else {
      assertThat(vigie.banks.get(bank.name()).members()).isEqualTo(60_000);
    }
    Eventually.holds(() -> files(vigie).isEmpty());
  }

  @Test
  void file_takenJustBeforeTheProcessEnded_isImportedByTheNext() throws IOException {
    BankInstallation first = BankInstallation.empty();
    Bank bank = first.bank("LEFT");
    first.importing.close();
    ImportId id = first.imports.start(
        bank,
        ImportTerms.strict(ImportForm.HASH_LIST),
        new ByteArrayInputStream((MD5 + "\n").getBytes(StandardCharsets.UTF_8)),
        CALLER);
    assertThat(first.imports.find(id).orElseThrow().state()).isEqualTo(Import.State.QUEUED);

    try (BankInstallation next = first.another()) {
      next.imports.resume();
      Eventually.holds(() -> next.imports.find(id).orElseThrow().state() == Import.State.DONE);
      assertThat(next.banks.get(bank.name()).members()).isEqualTo(1);
      next.imports.resume();
      assertThat(next.imports.find(id).orElseThrow().state()).isEqualTo(Import.State.DONE);
      assertThat(next.banks.get(bank.name()).members()).isEqualTo(1);
    }
    first.close();
  }

  @Test
  void file_thatCannotBeRead_failsAndTheNextIsImported() throws IOException {
    try (BankInstallation first = BankInstallation.empty()) {
      Bank bank = first.bank("BROKEN");
      ImportId broken = left(first, bank);
      Path file = first.directory.resolve("imports").resolve("import-" + broken.value());
      Files.delete(file);
      Files.createDirectory(file); // opens, and cannot be read

      try (BankInstallation next = first.another()) {
        next.imports.resume();
        ends(next, broken, Import.State.FAILED);
        ends(next, start(next, bank, MD5 + "\n"), Import.State.DONE);
        assertThat(next.banks.get(bank.name()).members()).isEqualTo(1);
        Eventually.holds(() -> files(next).isEmpty());
      }
    }
  }

  @Test
  void import_thatEndsEveryProcess_isGivenUp() throws IOException {
    try (BankInstallation first = BankInstallation.empty()) {
      Bank bank = first.bank("DEADLY");
      ImportId deadly = left(first, bank);
      run(first, "update bank.import set state = 'RUNNING', resumed = 4");

      try (BankInstallation next = first.another()) {
        next.imports.resume();
        ends(next, deadly, Import.State.INTERRUPTED);
        assertThat(next.banks.get(bank.name()).members()).isZero();
        assertThat(files(next)).isEmpty();
      }
    }
  }

  @Test
  void progress_thatCannotBeNoted_doesNotEndTheImport() {
    try (BankInstallation own = BankInstallation.empty()) {
      Bank bank = own.bank("UNWATCHED");
      raiseOnUpdateOf(own, "rows_read");

      ends(own, start(own, bank, MD5 + "\n"), Import.State.DONE);
      assertThat(own.banks.get(bank.name()).members()).isEqualTo(1);
    }
  }

  @Test
  void refusal_thatCouldNotBeNotedAtFirst_isNotedWithItsLines() {
    try (BankInstallation own = BankInstallation.empty()) {
      Bank bank = own.bank("REFUSING");
      raiseOnUpdateOf(own, "finished_at");
      ImportId id = start(own, bank, "zz\n");
      Eventually.holds(() -> count(own, "select last_value from failures") >= 4);
      run(own, "drop trigger unwell on bank.import");

      ends(own, id, Import.State.REFUSED);
      assertThat(own.imports.find(id).orElseThrow().defects().first()).hasSize(1);
    }
  }

  @Test
  void file_ofAnotherProcess_isNeverTouched() throws IOException {
    try (BankInstallation first = BankInstallation.empty()) {
      Bank bank = first.bank("SHARED");
      ImportId id = left(first, bank);
      try (BankInstallation other = first.withFolderOfItsOwn()) {
        other.pass(Duration.ofDays(1));
        other.imports.resume();
        assertThat(other.imports.find(id).orElseThrow().state()).isEqualTo(Import.State.QUEUED);
      }

      try (BankInstallation next = first.another()) {
        next.imports.resume();
        ends(next, id, Import.State.DONE);
      }
    }
  }

  @Test
  void file_thatIsLost_isSaidToBeInterruptedByItsOwner() throws IOException {
    try (BankInstallation first = BankInstallation.empty()) {
      ImportId id = left(first, first.bank("LOST"));
      Files.delete(first.directory.resolve("imports").resolve("import-" + id.value()));

      try (BankInstallation next = first.another()) {
        next.imports.resume();
        ends(next, id, Import.State.INTERRUPTED);
      }
    }
  }

  @Test
  void file_thatCannotBeKept_isRefusedAndLeavesNothingPending() throws IOException {
    try (BankInstallation own = BankInstallation.empty()) {
      Bank bank = own.bank("FULL");
      Files.createDirectories(own.directory.resolve("imports").resolve("import-1"));

      assertThatThrownBy(() -> start(own, bank, MD5 + "\n"))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(own.imports.list(bank.id(), 10))
          .singleElement()
          .satisfies(each -> assertThat(each.state()).isEqualTo(Import.State.FAILED));
      assertThat(files(own)).containsExactly("import-1");
    }
  }

  @Test
  void export_whileItIsRead_holdsNoTransaction() throws IOException {
    try (BankInstallation own = BankInstallation.empty()) {
      Bank bank = own.bank("READ_SLOWLY");
      ends(own, start(own, bank, MD5 + "\n"), Import.State.DONE);
      List<Long> open = new ArrayList<>();
      OutputStream reader = new OutputStream() {
        @Override
        public void write(int one) {
          open.add(count(own, """
              select count(*) from pg_stat_activity
               where datname = current_database() and state = 'idle in transaction'"""));
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
          write(0);
        }
      };

      own.exports.write(own.banks.get(bank.name()), ImportForm.HASH_LIST, CALLER, reader);

      assertThat(open).isNotEmpty().containsOnly(0L);
    }
  }

  /// Every failure counts in the sequence `failures`, which no rollback winds back.
  private static void raiseOnUpdateOf(BankInstallation vigie, String column) {
    run(vigie, """
        create sequence failures;
        create function fail() returns trigger language plpgsql as $$
          begin perform nextval('failures'); raise exception 'unwell'; end $$;
        create trigger unwell before update of %s on bank.import
          for each row execute function fail()""".formatted(column));
  }

  private static void run(BankInstallation vigie, String statements) {
    new JdbcTemplate(vigie.database).execute(statements);
  }

  private static long count(BankInstallation vigie, String query) {
    return JdbcClient.create(vigie.database).sql(query).query(Long.class).single();
  }

  /// Takes a file and ends the process before it is imported.
  private static ImportId left(BankInstallation vigie, Bank bank) {
    vigie.importing.close();
    return start(vigie, bank, MD5 + "\n");
  }

  private static ImportId start(BankInstallation vigie, Bank bank, String text) {
    return vigie.imports.start(bank, ImportTerms.strict(ImportForm.HASH_LIST), bytes(text), CALLER);
  }

  private static void ends(BankInstallation vigie, ImportId id, Import.State state) {
    Eventually.holds(() -> vigie.imports.find(id).orElseThrow().state().isFinal());
    assertThat(vigie.imports.find(id).orElseThrow().state()).isEqualTo(state);
  }

  /// Returns the names of the files that wait to be imported.
  private static List<String> files(BankInstallation vigie) {
    try (Stream<Path> files = Files.list(vigie.directory.resolve("imports"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("arriving") || name.startsWith("import-"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
