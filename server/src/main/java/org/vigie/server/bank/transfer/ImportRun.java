package org.vigie.server.bank.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.TransactionException;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.BankKind;
import org.vigie.server.bank.BankProblems;
import org.vigie.server.bank.Members;
import org.vigie.server.bank.MembersEnded;
import org.vigie.server.bank.MembersLive;
import org.vigie.server.bank.file.Defects;
import org.vigie.server.bank.file.Import;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.file.ImportRow;
import org.vigie.server.bank.file.ImportTerms;
import org.vigie.server.bank.file.MemberFileReader;
import org.vigie.server.bank.file.RowCount;
import org.vigie.server.bank.revising.BankAct;
import org.vigie.server.bank.revising.Revisions;
import org.vigie.server.bank.revising.Revisions.Revised;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.Change;
import org.vigie.server.bank.store.ImportStage;
import org.vigie.server.bank.store.ImportStore;

/// Carries one import out, in one transaction from the first row to the revision. May be
/// repeated.
final class ImportRun {
  private static final Logger log = LoggerFactory.getLogger(ImportRun.class);
  private static final int SIGNALS_A_STEP = 20_000;

  private final ImportStore store;
  private final ImportFiles files;
  private final BankStore banks;
  private final Revisions revisions;
  private final DataSource database;
  private final InstantSource clock;

  ImportRun(
      ImportStore store,
      ImportFiles files,
      BankStore banks,
      Revisions revisions,
      DataSource database,
      InstantSource clock) {
    this.store = store;
    this.files = files;
    this.banks = banks;
    this.revisions = revisions;
    this.database = database;
    this.clock = clock;
  }

  /// A file that was accepted for import.
  record AcceptedFile(ImportId id, BankId bank, ImportTerms terms, Caller caller) {}

  /// Rolls the transaction back.
  private static final class Refused extends RuntimeException {
    private final transient MemberFileReader read;

    private Refused(MemberFileReader read) {
      super("a file that is imported has defects", null, false, false);
      this.read = read;
    }
  }

  /// A failure without its message, for logs: a database repeats in its messages the line that it
  /// refused.
  private static final class WithoutMessage extends RuntimeException {
    private WithoutMessage(Throwable failure) {
      super(failure.getClass().getName(), deeper(failure));
      setStackTrace(failure.getStackTrace());
    }

    private static @Nullable Throwable deeper(Throwable failure) {
      Throwable cause = failure.getCause();
      return cause == null ? null : new WithoutMessage(cause);
    }
  }

  /// Carries an import out, or finds that it has ended, and notes how it ended. If this throws,
  /// nothing was imported, or everything was and the database could not confirm it.
  void attempt(AcceptedFile file) {
    try {
      Import.Outcome outcome = revisions.change(() -> once(file));
      log.atInfo()
          .setMessage("bank import done")
          .addKeyValue("import", file.id().value())
          .addKeyValue("added", outcome.added())
          .addKeyValue("changed", outcome.changed())
          .log();
    } catch (Refused e) {
      revisions.apart(() -> refuse(file.id(), e.read));
    }
  }

  private void refuse(ImportId id, MemberFileReader read) {
    note(id, read);
    store.finish(id, Import.State.REFUSED, Import.Outcome.NOTHING, clock.instant());
  }

  /// Notes how the file was read, with its first bad lines.
  private void note(ImportId id, MemberFileReader read) {
    store.note(id, read.reading());
    store.note(id, read.defects().reported(), read.defects().count());
  }

  /// Notes that the import failed.
  void fail(AcceptedFile file, Throwable cause) {
    log.atError()
        .setMessage("bank import failed")
        .addKeyValue("import", file.id().value())
        .setCause(new WithoutMessage(cause))
        .log();
    store.finish(file.id(), Import.State.FAILED, Import.Outcome.NOTHING, clock.instant());
  }

  /// Carries it out under the lock of the import, so that a process that is dying has finished
  /// with it.
  private Revised<Import.Outcome> once(AcceptedFile file) {
    store.lock(file.id());
    Import before = store.find(file.id()).orElseThrow();
    return before.state().isFinal()
        ? new Revised<>(before.progress().outcome(), revisions.current())
        : staged(file);
  }

  private Revised<Import.Outcome> staged(AcceptedFile file) {
    ImportStage stage =
        new ImportStage(JdbcClient.create(database), DataSourceUtils.getConnection(database));
    MemberFileReader read = read(file, stage);
    note(file.id(), read);
    Import.Outcome outcome = stage.apply(file.id(), file.bank(), clock.instant());
    store.finish(file.id(), Import.State.DONE, outcome, clock.instant());
    return counted(file, outcome, read.defects().count());
  }

  private MemberFileReader read(AcceptedFile file, ImportStage stage) {
    MemberFileReader read = filled(file, stage);
    Defects defects = read.defects();
    stage.gather();
    stage.takeContradictions(Defects.MOST_REPORTED, defects::addAll);
    stage.findOverfull(Members.MAX_SIGNALS, Defects.MOST_REPORTED, defects::breakAll);
    if (!defects.allow(file.terms().reading(), read.rows())) {
      throw new Refused(read);
    }
    return read;
  }

  private MemberFileReader filled(AcceptedFile file, ImportStage stage) {
    try (CountedBytes bytes = new CountedBytes(Files.newInputStream(files.of(file.id())));
        ImportStage.Filling filling = stage.begin()) {
      Progress progress = new Progress(file.id(), bytes, filling);
      MemberFileReader reader = new MemberFileReader(SignalTypes.installed(), progress::take);
      reader.read(file.terms(), bytes);
      progress.note();
      filling.end();
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("rows could not be staged", e);
    }
  }

  private Revised<Import.Outcome> counted(AcceptedFile file, Import.Outcome outcome, long skipped) {
    if (outcome.added() + outcome.changed() == 0) {
      return new Revised<>(outcome, revisions.current());
    }
    if (!banks.grow(file.bank(), outcome.added())) {
      throw BankProblems.noSuchBank();
    }
    if (outcome.changed() > 0) {
      revisions.publish(new MembersEnded(file.bank()));
      revisions.publish(new MembersLive(file.bank()));
    }
    Change change = Change.ofImport(file.bank(), file.id().value());
    return new Revised<>(
        outcome,
        revisions.next(
            change,
            BankAct.MEMBERS_IMPORTED,
            file.caller(),
            isGrowth(file.bank(), outcome),
            skipped == 0 ? "" : " skipped=" + skipped));
  }

  /// Returns whether content may match anew. Existing members may have been withdrawn, which ends
  /// the silence of a false positive.
  private boolean isGrowth(BankId bank, Import.Outcome outcome) {
    return outcome.changed() > 0
        || banks.find(bank).orElseThrow(BankProblems::noSuchBank).kind() == BankKind.POSITIVE;
  }

  /// Passes rows on, and from time to time notes their number, visible to others.
  private final class Progress {
    private final ImportId id;
    private final CountedBytes bytes;
    private final ImportStage.Filling filling;
    private final RowCount count = new RowCount();
    private long signals;

    Progress(ImportId id, CountedBytes bytes, ImportStage.Filling filling) {
      this.id = id;
      this.bytes = bytes;
      this.filling = filling;
      note();
    }

    void take(ImportRow row) {
      filling.add(row);
      count.add(row);
      signals++;
      if (signals % SIGNALS_A_STEP == 0) {
        note();
      }
    }

    /// Notes the progress for people who watch; the import does not depend on it.
    private void note() {
      long soFar = count.rows();
      long read = bytes.count();
      try {
        revisions.apart(() -> store.progress(id, soFar, read));
      } catch (DataAccessException | TransactionException e) {
        log.atWarn()
            .setMessage("the progress of a bank import cannot be noted")
            .addKeyValue("import", id.value())
            .setCause(e)
            .log();
      }
    }
  }
}
