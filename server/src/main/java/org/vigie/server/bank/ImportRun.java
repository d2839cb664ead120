package org.vigie.server.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.vigie.fingerprint.SignalTypes;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Revisions.Revised;
import org.vigie.server.bank.file.Defects;
import org.vigie.server.bank.file.MemberFileReader;
import org.vigie.server.bank.store.BankStore;
import org.vigie.server.bank.store.Change;
import org.vigie.server.bank.store.ImportRow;
import org.vigie.server.bank.store.ImportStage;
import org.vigie.server.bank.store.ImportStore;

/// Carries one import out: one transaction from the first row to the revision.
final class ImportRun {
  private static final Logger log = LoggerFactory.getLogger(ImportRun.class);
  private static final int ROWS_A_STEP = 20_000;

  private final ImportStore store;
  private final BankStore banks;
  private final Revisions revisions;
  private final DataSource database;
  private final InstantSource clock;

  ImportRun(
      ImportStore store,
      BankStore banks,
      Revisions revisions,
      DataSource database,
      InstantSource clock) {
    this.store = store;
    this.banks = banks;
    this.revisions = revisions;
    this.database = database;
    this.clock = clock;
  }

  /// What to do.
  ///
  /// @param file deleted in the end, however it ends
  record Order(ImportId id, Bank bank, ImportForm form, Path file, Caller caller) {}

  /// Ends the transaction without a trace.
  private static final class Refused extends RuntimeException {
    private final transient Defects defects;

    private Refused(Defects defects) {
      super("a file that is imported has defects", null, false, false);
      this.defects = defects;
    }
  }

  /// Does it, and notes how it ended; throws nothing but what is wrong with Vigie itself.
  void run(Order order) {
    try {
      Import.Outcome outcome = revisions.change(() -> staged(order));
      log.atInfo()
          .setMessage("bank import done")
          .addKeyValue("import", order.id().value())
          .addKeyValue("added", outcome.added())
          .addKeyValue("changed", outcome.changed())
          .log();
    } catch (Refused e) {
      store.refuse(order.id(), e.defects.told(), e.defects.count());
      store.finish(order.id(), Import.State.REFUSED, Import.Outcome.NOTHING, clock.instant());
    } catch (RuntimeException e) {
      log.atError()
          .setMessage("bank import failed")
          .addKeyValue("import", order.id().value())
          .setCause(e)
          .log();
      store.finish(order.id(), Import.State.FAILED, Import.Outcome.NOTHING, clock.instant());
    } finally {
      delete(order.file());
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Revised<Import.Outcome> staged(Order order) {
    store.lock(order.id());
    ImportStage stage =
        new ImportStage(JdbcClient.create(database), DataSourceUtils.getConnection(database));
    read(order, stage);
    Import.Outcome outcome = stage.apply(order.id(), order.bank().id(), clock.instant());
    store.finish(order.id(), Import.State.DONE, outcome, clock.instant());
    return counted(order, outcome);
  }

  private void read(Order order, ImportStage stage) {
    try (InputStream bytes = Files.newInputStream(order.file())) {
      ImportStage.Filling filling = stage.begin();
      Progress progress = new Progress(order.id(), filling);
      MemberFileReader reader = new MemberFileReader(SignalTypes.installed(), progress::take);
      reader.read(order.form(), bytes);
      progress.note();
      filling.end();
      Defects defects = reader.defects();
      stage.gather();
      stage.findDefects(Members.MAX_SIGNALS, Defects.TOLD, defects::addAll);
      if (defects.count() > 0) {
        throw new Refused(defects);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("rows could not be staged", e);
    }
  }

  private Revised<Import.Outcome> counted(Order order, Import.Outcome outcome) {
    if (outcome.added() + outcome.changed() == 0) {
      return new Revised<>(outcome, revisions.current());
    }
    if (!banks.grow(order.bank().id(), outcome.added())) {
      throw BankProblems.noSuchBank();
    }
    Change change = Change.ofImport(order.bank().id(), order.id().value());
    return new Revised<>(outcome, revisions.next(change, order.caller(), true));
  }

  /// Passes rows on, and notes now and then how many, where others see it.
  private final class Progress {
    private final ImportId id;
    private final ImportStage.Filling filling;
    private long rows;

    Progress(ImportId id, ImportStage.Filling filling) {
      this.id = id;
      this.filling = filling;
      note();
    }

    void take(ImportRow row) {
      filling.add(row);
      rows++;
      if (rows % ROWS_A_STEP == 0) {
        note();
      }
    }

    private void note() {
      long soFar = rows;
      revisions.apart(() -> store.progress(id, soFar));
    }
  }
}
