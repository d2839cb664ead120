package org.vigie.server.bank;

import java.util.List;
import java.util.Optional;
import org.vigie.server.access.Caller;
import org.vigie.server.frame.ProblemException;

/// The banks of this installation. When a change returns, it counts in this process. Threads:
/// any.
public interface Banks {
  /// Returns every open bank, by name.
  List<Bank> list();

  /// Returns every closed bank, those closed last first.
  List<Bank> closed();

  /// Returns an open bank.
  Optional<Bank> find(BankName name);

  /// Returns a bank, open or closed.
  Optional<Bank> find(BankId id);

  /// Returns an open bank.
  ///
  /// @throws ProblemException of type [BankProblems#NO_SUCH_BANK] if there is none
  Bank get(BankName name);

  /// Creates an empty bank.
  ///
  /// @throws ProblemException of type [BankProblems#NAME_TAKEN]
  Bank create(BankDraft draft, Caller caller);

  /// Changes the fields of a bank. Publishes [MembersLive] if its members begin to be a reason
  /// for measures, and [MembersEnded] if they cease to be.
  ///
  /// @param version of the bank that the caller has seen
  /// @throws ProblemException of type [BankProblems#CHANGED_MEANWHILE] if it is not the current
  ///     one, or [BankProblems#NAME_TAKEN]
  Bank edit(BankId id, int version, BankDraft draft, Caller caller);

  /// Closes a bank: it matches no more, its members and their history stay, its name is free.
  ///
  /// @throws ProblemException of type [BankProblems#CHANGED_MEANWHILE]
  void close(BankId id, int version, Caller caller);

  /// Opens a closed bank again, with its members as they were. Publishes [MembersLive] if they are
  /// a reason for measures.
  ///
  /// @throws ProblemException of type [BankProblems#NO_SUCH_BANK] if it is not closed, of type
  ///     [BankProblems#CHANGED_MEANWHILE], or [BankProblems#NAME_TAKEN] if an open bank has its
  ///     name
  Bank reopen(BankId id, int version, Caller caller);
}
