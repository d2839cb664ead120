package org.vigie.server.bank;

import java.util.Optional;
import org.vigie.fingerprint.Dihedral;
import org.vigie.fingerprint.SignalType;

/// A member near some content, whether or not it matches: what explains a match that is missing.
///
/// @param distance in the unit of the signal type: bits for PDQ, 0 for digests
/// @param orientation how the content has to be turned to be as near; empty for digests
public record Neighbour(
    Bank bank, MemberId member, SignalType type, int distance, Optional<Dihedral> orientation) {}
