package org.vigie.server.bank.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.BankId;
import org.vigie.server.bank.file.Import;
import org.vigie.server.bank.file.ImportId;
import org.vigie.server.bank.file.ImportTerms;
import org.vigie.server.bank.store.ImportStore;
import org.vigie.server.frame.ProblemException;

/// Imports files into banks, one after another in the background. All of a file counts, or
/// nothing of it; an accepted file is imported, if need be by the next process. Threads: any.
public final class Imports {
  /// How many processes may die while they carry out an import.
  private static final int MOST_ATTEMPTS = 5;

  private final ImportStore store;
  private final ImportFiles files;
  private final ImportQueue queue;
  private final InstantSource clock;

  Imports(ImportStore store, ImportFiles files, ImportQueue queue, InstantSource clock) {
    this.store = store;
    this.files = files;
    this.queue = queue;
    this.clock = clock;
  }

  /// Settles the imports that the last process left unfinished: carries out those whose files are
  /// here, and ends those whose files are not; nothing of the latter was imported. Leaves those
  /// of other processes alone.
  void resume() throws IOException {
    Set<ImportId> left = new HashSet<>(files.left());
    for (Import each : store.unfinished(files.owner())) {
      if (left.contains(each.id()) && mayTryAgain(each)) {
        left.remove(each.id());
        queue.add(accepted(each));
      } else {
        end(each.id(), Import.State.INTERRUPTED);
      }
    }
    left.forEach(files::delete);
  }

  /// Returns whether an import may be retried. A file that kills the process that reads it must
  /// not kill every process that follows.
  private boolean mayTryAgain(Import each) {
    return each.state() != Import.State.RUNNING || store.resumed(each.id()) < MOST_ATTEMPTS;
  }

  private void end(ImportId id, Import.State state) {
    store.finish(id, state, Import.Outcome.NOTHING, clock.instant());
  }

  private static ImportRun.AcceptedFile accepted(Import left) {
    return new ImportRun.AcceptedFile(
        left.id(), left.bank(), left.terms(), Caller.of(left.caller()));
  }

  /// Accepts a file, and begins to import it.
  ///
  /// @param bytes read to its end before this returns
  /// @throws ProblemException of type [ProblemType#TOO_LARGE] if the file is
  public ImportId start(Bank bank, ImportTerms terms, InputStream bytes, Caller caller) {
    try {
      ImportId id = take(bank, terms, files.arrive(bytes), caller);
      queue.add(new ImportRun.AcceptedFile(id, bank.id(), terms, caller));
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportId take(Bank bank, ImportTerms terms, ImportFiles.Arrived file, Caller caller)
      throws IOException {
    boolean kept = false;
    try {
      ImportId id = store.insert(
          bank.id(), terms, file.bytes(), files.owner(), clock.instant(), caller.reference());
      keep(file, id);
      kept = true;
      return id;
    } finally {
      if (!kept) {
        files.drop(file);
      }
    }
  }

  private void keep(ImportFiles.Arrived file, ImportId id) throws IOException {
    try {
      files.keep(file, id);
    } catch (IOException e) {
      end(id, Import.State.FAILED);
      throw e;
    }
  }

  /// Returns an import as it is now.
  public Optional<Import> find(ImportId id) {
    return store.find(id);
  }

  /// Returns the last imports into a bank, the newest first.
  public List<Import> list(BankId bank, int limit) {
    return store.list(bank, limit);
  }
}
