/// Durable effects on the world outside the database: mails and actions in messengers, later
/// statements, referrals and exchanges.
///
/// A module writes an [Effect] in the transaction of the change that causes it, and has an
/// [EffectHandler] for its kind. After the commit the handler delivers the effect at least once,
/// also if processes crash. A failed delivery is retried with back-off; an effect that runs
/// out of attempts becomes a dead letter, which an operator replays or gives up. The module that
/// added an effect can withdraw it.
///
/// Invariants: an effect is delivered only if its transaction committed; of two effects with one
/// key, the later waits until the earlier is delivered, dead or given up; no handler runs while a
/// database connection is held. Threads: any.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "access"})
package org.vigie.server.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
