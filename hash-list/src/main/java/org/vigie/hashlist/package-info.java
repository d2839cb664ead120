/// Hash lists: the feeds of known content as their publishers send them.
///
/// File in, [HashList][org.vigie.hashlist.HashList] out; `docs/formats/hash-list.md` is the
/// specification. A list is read whole or not at all: a platform that scans with half a list only
/// seems protected. A list without a few bad lines is used only on request. Every defect is
/// reported with its line, many at once, without content of the file.
///
/// The first line with content decides the format: tables, lines, hashdeep or VICS. All formats
/// pass through `Entries`, which checks the signals.
///
/// Needs `fingerprint`, a CSV reader and a streaming JSON reader only.
@NullMarked
package org.vigie.hashlist;

import org.jspecify.annotations.NullMarked;
