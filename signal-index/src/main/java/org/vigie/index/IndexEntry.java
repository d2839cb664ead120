package org.vigie.index;

import org.vigie.fingerprint.Signal;

/// A signal and the identifier under which it is found and removed.
///
/// @param id unique within one index; the caller's, of any value
public record IndexEntry(long id, Signal signal) {}
