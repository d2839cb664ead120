/// Trusted flaggers and partners: their status, its verification, and their portal.
///
/// Invariant: a status counts only after a second, independent person has verified it. Used by
/// `web`; implements `Flaggers` for other modules.
@NullMarked
package org.vigie.server.report.flagging;

import org.jspecify.annotations.NullMarked;
