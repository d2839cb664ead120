package org.vigie.server.access.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.vigie.server.access.ledger.LedgerEntry;
import org.vigie.server.access.ledger.LedgerFilter;
import org.vigie.server.access.store.LedgerStore;
import org.vigie.server.frame.SpreadsheetCsv;

/// Makes a file of the ledger, the newest entry first.
///
/// It is whole before its first byte goes out: an answer that was cut is known by its length,
/// and a slow reader holds no connection to the database. Only this process can open it, and
/// it goes when its bytes are closed.
final class LedgerCsv {
  private static final int BATCH = 1_000;
  private static final String[] COLUMNS = {
    "entry", "at", "caller", "act", "subject", "detail", "issuer"
  };

  private final LedgerStore ledger;

  LedgerCsv(LedgerStore ledger) {
    this.ledger = ledger;
  }

  /// A file from its first byte on; its user closes it.
  record Whole(InputStream content, long length) {}

  Whole of(LedgerFilter filter) throws IOException {
    FileChannel file = FileChannel.open(
        Files.createTempFile("ledger", ".csv"),
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
    try {
      write(filter, file);
      file.position(0);
      return new Whole(Channels.newInputStream(file), file.size());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// Leaves the file open.
  private void write(LedgerFilter filter, FileChannel file) {
    SpreadsheetCsv csv =
        new SpreadsheetCsv(new BufferedOutputStream(Channels.newOutputStream(file)), COLUMNS);
    List<LedgerEntry> batch = ledger.find(filter, Long.MAX_VALUE, BATCH);
    while (!batch.isEmpty()) {
      batch.forEach(entry -> write(entry, csv));
      batch = ledger.find(filter, batch.getLast().number(), BATCH);
    }
    csv.flush();
  }

  private static void write(LedgerEntry entry, SpreadsheetCsv csv) {
    csv.row(
        Long.toString(entry.number()),
        entry.at().toString(),
        entry.caller(),
        entry.act(),
        entry.subject(),
        entry.detail(),
        entry.issuer().map(LedgerEntry.Issuer::reference).orElse(""));
  }
}
