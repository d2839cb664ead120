/// Queues effects and delivers them after the commit: lease, attempt, then end, retry or burial.
///
/// Invariants: an attempt is counted before it is made, so one that kills its process is made a
/// bounded number of times; no connection is held during an attempt. Other modules use `Outbox`
/// and `EffectHandler`.
@NullMarked
package org.vigie.server.outbox.delivering;

import org.jspecify.annotations.NullMarked;
