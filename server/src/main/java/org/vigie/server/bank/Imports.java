package org.vigie.server.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.store.ImportStore;
import org.vigie.server.frame.ProblemException;
import org.vigie.server.frame.ProblemType;

/// Imports of files into banks, one after another in the background. All of a file counts, or
/// nothing of it. Threads: any.
public final class Imports {
  private static final int BUFFER = 1 << 16;

  private final ImportStore store;
  private final ImportRun run;
  private final Executor executor;
  private final InstantSource clock;
  private final BankSettings settings;

  Imports(
      ImportStore store,
      ImportRun run,
      Executor executor,
      InstantSource clock,
      BankSettings settings) {
    this.store = store;
    this.run = run;
    this.executor = executor;
    this.clock = clock;
    this.settings = settings;
  }

  /// Ends the imports of processes that have died; nothing of them was imported.
  void interruptOrphans() {
    store.interrupt(clock.instant());
  }

  /// Takes a file, and begins to import it.
  ///
  /// @param bytes read to its end before this returns
  /// @throws ProblemException of type [ProblemType#TOO_LARGE] if the file is
  public ImportId start(Bank bank, ImportForm form, InputStream bytes, Caller caller) {
    Path file = taken(bytes);
    try {
      long length = Files.size(file);
      ImportId id = store.insert(bank.id(), form, length, clock.instant(), caller.reference());
      executor.execute(() -> run.run(new ImportRun.Order(id, bank, form, file, caller)));
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path taken(InputStream bytes) {
    try {
      Files.createDirectories(settings.importDirectory());
      Path file = Files.createTempFile(settings.importDirectory(), "import", ".uploaded");
      boolean whole = false;
      try {
        copy(bytes, file);
        whole = true;
        return file;
      } finally {
        if (!whole) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy(InputStream bytes, Path file) throws IOException {
    try (var target = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      long length = 0;
      for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
        length += count;
        if (length > settings.maxImportSize().toBytes()) {
          throw new ProblemException(
              ProblemType.TOO_LARGE,
              "the file is larger than what is imported",
              Map.of("maxBytes", settings.maxImportSize().toBytes()));
        }
        target.write(buffer, 0, count);
      }
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
