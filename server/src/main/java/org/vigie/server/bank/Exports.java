package org.vigie.server.bank;

import java.io.OutputStream;
import java.util.List;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.vigie.server.bank.file.MemberFileWriter;
import org.vigie.server.bank.store.MemberStore;

/// Writes banks as files. Threads: any.
public final class Exports {
  private static final int MEMBERS_A_STEP = 1_000;

  private final MemberStore store;
  private final TransactionTemplate moment;

  Exports(MemberStore store, PlatformTransactionManager transactions) {
    this.store = store;
    this.moment = new TransactionTemplate(transactions);
    this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.moment.setReadOnly(true);
  }

  /// Writes every member, whatever its status, as the bank is at one moment.
  ///
  /// @param bytes stays open
  public void write(Bank bank, ImportForm form, OutputStream bytes) {
    moment.executeWithoutResult(_ -> {
      try (MemberFileWriter file = MemberFileWriter.to(bytes, form)) {
        writeAll(bank, file);
      }
    });
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
