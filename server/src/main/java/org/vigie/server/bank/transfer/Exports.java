package org.vigie.server.bank.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.access.AccessLedger;
import org.vigie.server.access.Caller;
import org.vigie.server.bank.Bank;
import org.vigie.server.bank.Member;
import org.vigie.server.bank.file.ImportForm;
import org.vigie.server.bank.file.MemberFileWriter;
import org.vigie.server.bank.revising.BankAct;
import org.vigie.server.bank.store.MemberQuery;
import org.vigie.server.bank.store.MemberStore;

/// Writes banks as files. Threads: any.
public final class Exports {
  private static final int MEMBERS_A_STEP = 1_000;

  private final MemberStore store;
  private final TransactionTemplate moment;
  private final AccessLedger ledger;
  private final Path folder;

  /// @param folder holds a file while it is being downloaded
  Exports(
      MemberStore store,
      PlatformTransactionManager transactions,
      AccessLedger ledger,
      Path folder) {
    this.store = store;
    this.ledger = ledger;
    this.moment = new TransactionTemplate(transactions);
    this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.moment.setReadOnly(true);
    this.folder = folder;
  }

  /// Writes every member, of any status, as the bank is at one moment. The reader may be slow:
  /// the file is whole before its first byte goes out, and no connection is held by then. Before
  /// that byte, the ledger records the export.
  ///
  /// @param bytes stays open
  public void write(Bank bank, ImportForm form, Caller caller, OutputStream bytes)
      throws IOException {
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "export", "");
    try {
      spool(bank, form, file);
      ledger.record(
          caller, BankAct.BANK_EXPORTED, "bank:" + bank.id().value(), "form=" + form.name());
      Files.copy(file, bytes);
    } finally {
      Files.delete(file);
    }
  }

  private void spool(Bank bank, ImportForm form, Path file) throws IOException {
    try (OutputStream whole = new BufferedOutputStream(Files.newOutputStream(file))) {
      moment.executeWithoutResult(_ -> {
        try (MemberFileWriter writer = MemberFileWriter.to(whole, form)) {
          writeAll(bank, writer);
        }
      });
    }
  }

  private void writeAll(Bank bank, MemberFileWriter file) {
    List<Member> members = store.list(bank.id(), MemberQuery.ALL, 0, MEMBERS_A_STEP);
    while (!members.isEmpty()) {
      members.forEach(file::write);
      long last = members.getLast().id().value();
      members = store.list(bank.id(), MemberQuery.ALL, last, MEMBERS_A_STEP);
    }
  }
}
