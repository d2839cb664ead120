/// Hash lists: the feeds of known content as their publishers send them.
///
/// File in, [HashList][org.vigie.hashlist.HashList] out; `docs/formats/hash-list.md` is the
/// specification. A list is read whole or not at all: whoever scans with half a list believes to
/// be protected and is not. Every defect is told with its line, many at once.
///
/// Needs `fingerprint` and a CSV reader only.
@NullMarked
package org.vigie.hashlist;

import org.jspecify.annotations.NullMarked;
