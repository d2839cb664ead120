/// Dead letters: effects that ran out of attempts or were refused. An operator replays one or
/// gives it up; otherwise it is deleted when its term ends.
///
/// Invariant: each replay and each giving up is in the ledger. Used by `web`.
@NullMarked
package org.vigie.server.outbox.deadletters;

import org.jspecify.annotations.NullMarked;
