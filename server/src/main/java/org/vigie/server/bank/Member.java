package org.vigie.server.bank;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One piece of known content: its description, and the signals that find it.
///
/// @param signals in the order of their slots, at least one
/// @param disabledUntil the moment until which it does not match, of any status; [#FOR_GOOD] until
///     it is enabled
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
  /// The moment of members that are disabled without an end: no clock reaches it, and every
  /// database and JSON library can hold it.
  public static final Instant FOR_GOOD = Instant.parse("9999-12-31T00:00:00Z");

  public Member {
    signals = List.copyOf(signals);
  }
}
