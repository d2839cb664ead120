package org.vigie.server.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.store.ImportStore;
import org.vigie.server.frame.ProblemException;

/// Imports of files into banks, one after another in the background. All of a file counts, or
/// nothing of it; one that was taken is carried out, if need be by the next process. Threads:
/// any.
public final class Imports {
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

  /// Carries out what the process before this one has left, and ends the imports of other
  /// processes that have died; nothing of those was imported.
  void resume() throws IOException {
    List<ImportId> left = files.left();
    store.interrupt(left, clock.instant());
    for (ImportId id : left) {
      store
          .find(id)
          .filter(found -> !found.state().isFinal())
          .ifPresentOrElse(found -> queue.add(order(found)), () -> files.delete(id));
    }
  }

  private static ImportRun.Order order(Import left) {
    return new ImportRun.Order(left.id(), left.bank(), left.form(), Caller.of(left.caller()));
  }

  /// Takes a file, and begins to import it.
  ///
  /// @param bytes read to its end before this returns
  /// @throws ProblemException of type [ProblemType#TOO_LARGE] if the file is
  public ImportId start(Bank bank, ImportForm form, InputStream bytes, Caller caller) {
    try {
      ImportFiles.Arrived file = files.arrive(bytes);
      ImportId id =
          store.insert(bank.id(), form, file.bytes(), clock.instant(), caller.reference());
      files.keep(file, id);
      queue.add(new ImportRun.Order(id, bank.id(), form, caller));
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
