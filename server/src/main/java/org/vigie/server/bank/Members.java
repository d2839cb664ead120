package org.vigie.server.bank;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.server.access.Caller;
import org.vigie.server.frame.ProblemException;

/// The members of all banks. When a change returns, it counts in this process. Threads: any.
public interface Members {
  /// The most signals that a member can have.
  int MAX_SIGNALS = 1 << 14;

  /// Adds a member to an open bank.
  ///
  /// @param signals 1 to [#MAX_SIGNALS], no two equal
  /// @throws ProblemException of type [BankProblems#NO_SUCH_BANK], or
  ///     [BankProblems#REFERENCE_TAKEN]
  Member add(BankId bank, List<MemberSignal> signals, MemberDescription description, Caller caller);

  /// Returns a member of any bank, open or closed.
  Optional<Member> find(MemberId id);

  /// Returns a member of any bank.
  ///
  /// @throws ProblemException of type [BankProblems#NO_SUCH_MEMBER] if there is none
  Member get(MemberId id);

  /// Returns those of some members that can no longer be the reason for a measure: withdrawn, or
  /// of a bank that is closed, disabled or one of known false positives.
  Set<MemberId> ended(List<MemberId> some);

  /// Changes a status: to dispute, to withdraw, to put back. A member that has the status already
  /// stays as it is.
  ///
  /// @throws ProblemException of type [BankProblems#NO_SUCH_MEMBER], or
  ///     [BankProblems#CHANGED_MEANWHILE]
  Member change(MemberId id, StatusChange change, Caller caller);

  /// Disables a member until a moment, or enables it.
  ///
  /// @param until empty to enable; [Member#FOR_GOOD] where no time is named
  /// @throws ProblemException of type [BankProblems#NO_SUCH_MEMBER]
  Member disable(MemberId id, Optional<Instant> until, Caller caller);

  /// Replaces the description of a member; its signals and its status stay.
  ///
  /// @param description whose reference has to be the member's
  /// @throws ProblemException of type [BankProblems#NO_SUCH_MEMBER]
  Member describe(MemberId id, MemberDescription description, Caller caller);
}
