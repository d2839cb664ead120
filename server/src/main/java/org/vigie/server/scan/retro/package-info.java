/// The retro-match: compares stored scans again when banks grow.
///
/// Invariant: no growth and no scan slips through; [org.vigie.server.scan.retro.RetroMatch]
/// explains the method and its cost. Used by no other room.
@NullMarked
package org.vigie.server.scan.retro;

import org.jspecify.annotations.NullMarked;
