/// The webhook: carries actions out in messengers of one's own, by signed requests.
///
/// Each messenger for which the operator configured a receiver gets a connector, and enforcement
/// brings it the actions of decisions. One action is one POST of JSON; the answer is its outcome.
/// `docs/formats/webhook.md` specifies both, and how a receiver verifies a delivery.
///
/// Invariants: a repeat of an action has the same idempotency key and a delivery id of its own; an
/// answer that is none of those specified leaves the outcome unknown, and the action is asked for
/// again; no log has a secret, an address of a receiver, or a name of people. Threads: any.
///
/// Rooms: `settings` reads the settings of the operator, `signing` signs, `sending` sends and reads
/// answers.
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "messenger", "outbound", "enforcement"})
package org.vigie.server.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
