/// Hash lists: the feeds of known content as their publishers send them.
///
/// File in, [HashList][org.vigie.cli.hashlist.HashList] out; `docs/formats/hash-list.md` is the
/// specification. A list is read whole or not at all: whoever scans with half a list believes to
/// be protected and is not. Every defect is told with its line, many at once.
///
/// Depends on `fingerprint` and a CSV reader only, so that it can become a library of its own.
@NullMarked
package org.vigie.cli.hashlist;

import org.jspecify.annotations.NullMarked;
