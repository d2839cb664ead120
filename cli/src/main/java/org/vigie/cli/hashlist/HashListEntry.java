package org.vigie.cli.hashlist;

import org.jspecify.annotations.Nullable;
import org.vigie.fingerprint.Signal;

/// One line of a hash list.
///
/// @param member the publisher's name for the known content; several entries may share it;
///     `line-N` where the list gives none
/// @param category the publisher's word for the kind of content, where the list gives one
public record HashListEntry(
    Signal signal, String member, @Nullable String category) {}
