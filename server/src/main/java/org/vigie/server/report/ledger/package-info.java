/// Names the acts of this module in the ledger of `access`.
///
/// Used by the rooms that change something about reporters, flaggers or notices; it uses none.
@NullMarked
package org.vigie.server.report.ledger;

import org.jspecify.annotations.NullMarked;
