package org.vigie.server.bank;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One piece of known content: what a bank says about it, and the signals that find it.
///
/// @param signals in the order of their slots, at least one
/// @param disabledUntil until when it does not match, whatever its status
/// @param version counts the changes, so that two editors do not overwrite each other
/// @param addedBy a caller's reference, or the import it came with
public record Member(
    MemberId id,
    BankId bank,
    MemberDescription description,
    List<MemberSignal> signals,
    MemberStatus status,
    Optional<Instant> disabledUntil,
    int version,
    Instant addedAt,
    String addedBy) {
  public Member {
    signals = List.copyOf(signals);
  }
}
