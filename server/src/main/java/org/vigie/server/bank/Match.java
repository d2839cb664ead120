package org.vigie.server.bank;

import java.util.Optional;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.SignalType;

/// A signal within a bank's radius of one of its members: evidence, not guilt.
///
/// @param bank as it was when the match was found
/// @param distance on the scale of the signal type; 0 for exact ones
/// @param orientation the turn by which the content matches; empty for digests
/// @param disputed whether the member is disputed
public record Match(
    Bank bank,
    MemberId member,
    SignalType type,
    int distance,
    Optional<Dihedral> orientation,
    boolean disputed) {}
