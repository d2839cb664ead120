/// The commands behind `./vigie`: fingerprint files, and search them for known content.
///
/// How a file flows, one direction, several files at once, rows in the order of the walk:
///
/// ```
/// FileWalk ─► OrderedPipeline ─┬─► FileReader ─► digests ────────┬─► Row ─► RowWriter
///                              └─► PictureHasher ─► PDQ signals ─┤
///                                                   ListIndex ───┘  (scan only)
/// ```
///
/// Each command is a class with its streams injected ([Console][org.vigie.cli.Console]), so tests
/// run it in their own process. Only [Main][org.vigie.cli.Main] touches the real streams and the
/// exit status. A file that could not be read is a row with its cause and raises the exit status;
/// nothing is skipped in silence.
@NullMarked
package org.vigie.cli;

import org.jspecify.annotations.NullMarked;
