/// Reads the text form of snapshots, as `docs/formats/snapshot.md` specifies it.
///
/// Used by [org.vigie.server.evidence.Snapshot] alone.
@NullMarked
package org.vigie.server.evidence.snapshot;

import org.jspecify.annotations.NullMarked;
