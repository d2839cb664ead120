/// Hash lists: the feeds of known content as their publishers send them.
///
/// File in, [HashList][org.vigie.hashlist.HashList] out; `docs/formats/hash-list.md` is the
/// specification. A list is read whole or not at all: whoever scans with half a list believes to
/// be protected and is not; only who asks for it uses a list without a few bad lines. Every
/// defect is told with its line, many at once, and none repeats what the file says.
///
/// The first line that says something tells the form: tables, lines, hashdeep or VICS. All go
/// through one door, `Entries`, which knows what a signal may be.
///
/// Needs `fingerprint`, a CSV reader and a streaming JSON reader only.
@NullMarked
package org.vigie.hashlist;

import org.jspecify.annotations.NullMarked;
