package org.vigie.server.bank.store;

import java.util.Optional;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.MemberStatus;

/// A search for members of a bank; an empty field accepts any value.
///
/// @param reference exactly
/// @param source exactly
/// @param signal one that they have
public record MemberQuery(
    Optional<MemberStatus> status,
    Optional<String> reference,
    Optional<String> source,
    Optional<Signal> signal) {
  /// All of them.
  public static final MemberQuery ALL =
      new MemberQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
