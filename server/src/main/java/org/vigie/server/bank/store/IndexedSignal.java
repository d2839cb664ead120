package org.vigie.server.bank.store;

import java.time.Instant;
import java.util.Optional;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.MemberStatus;

/// A signal as the index sees it, with the current status of its member and bank.
///
/// @param counts whether a search may find it, unless the member is disabled
public record IndexedSignal(
    int bank,
    long member,
    int slot,
    Signal signal,
    boolean counts,
    MemberStatus status,
    Optional<Instant> disabledUntil) {}
