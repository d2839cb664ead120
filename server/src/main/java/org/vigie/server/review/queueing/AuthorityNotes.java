package org.vigie.server.review.queueing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.vigie.server.access.Caller;
import org.vigie.server.access.PersonId;
import org.vigie.server.review.CaseId;
import org.vigie.server.review.cases.CaseAccess;
import org.vigie.server.review.cases.CaseTransactions;
import org.vigie.server.review.cases.ReviewAct;
import org.vigie.server.review.store.CaseFileStore;

/// Records that people notified the authorities of a danger to life, Regulation (EU) 2022/2065,
/// Art. 18. Nothing is sent. Threads: any.
public final class AuthorityNotes {
  private final CaseFileStore files;
  private final CaseAccess access;
  private final CaseTransactions transactions;

  public AuthorityNotes(CaseFileStore files, CaseAccess access, CaseTransactions transactions) {
    this.files = files;
    this.access = access;
    this.transactions = transactions;
  }

  /// Returns whether a person may record it: the holder of the case, or a lead who is not to judge
  /// it again without knowing its decision.
  public boolean mayRecord(PersonId person, CaseId id) {
    return access.holds(person, id, transactions.now())
        || access.isLead(person) && access.toJudge(person, id).isEmpty();
  }

  /// Records it in the ledger, and as a note of the case. Returns false, and records nothing, if
  /// the person may not.
  ///
  /// @param at when the authorities were notified
  /// @param reference of the authorities; the ledger holds its letters and digits
  /// @param note the whole of it, in words
  public boolean record(PersonId person, CaseId id, Instant at, String reference, String note) {
    return transactions.inTransaction(() -> {
      boolean allowed = mayRecord(person, id);
      if (allowed) {
        files.note(id, new CaseNote(person, transactions.now(), note));
        transactions.record(
            new Caller.Person(person),
            ReviewAct.AUTHORITIES_NOTIFIED,
            id.reference(),
            "at=" + at.truncatedTo(ChronoUnit.MINUTES) + reference(reference));
      }
      return allowed;
    });
  }

  private static String reference(String text) {
    return text.isEmpty() ? "" : " reference=" + text.replaceAll("[^A-Za-z0-9.:_-]", "-");
  }
}
