/// Files on disk, walked in a fixed order and read within bounds.
///
/// [FileWalk][org.vigie.cli.files.FileWalk] turns paths into [Found][org.vigie.cli.files.Found]
/// files, lazily and sorted; [FileReader][org.vigie.cli.files.FileReader] turns a found file into
/// digests and, up to a cap, its bytes. A path that cannot be walked or read is a value with a
/// [Cause][org.vigie.cli.files.Cause], never an exception and never omitted.
///
/// Memory: the names of the directories between a root and the current file, and the bytes of the
/// files being read, which a [ByteBudget][org.vigie.cli.files.ByteBudget] bounds.
@NullMarked
package org.vigie.cli.files;

import org.jspecify.annotations.NullMarked;
