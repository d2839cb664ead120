package org.vigie.server.bank.file;

import java.util.Optional;
import java.util.OptionalInt;
import org.vigie.fingerprint.Signal;
import org.vigie.server.bank.MemberDescription;
import org.vigie.server.bank.MemberStatus;

/// One signal of a file that is imported, with the description of its member.
///
/// @param description whose reference is never empty
public record ImportRow(
    long line,
    Signal signal,
    OptionalInt quality,
    MemberDescription description,
    Optional<MemberStatus> status) {}
