package org.vigie.cli;

import java.util.Optional;
import org.vigie.fingerprint.Dihedral;
import org.vigie.hashlist.HashListEntry;

/// A signal of a file within the radius of a listed one: evidence, not guilt.
///
/// @param id the place of the entry among all entries of all lists
/// @param transform how the file's picture was turned to match; empty for digests
record Match(
    long id, String list, HashListEntry entry, int distance, Optional<Dihedral> transform) {}
