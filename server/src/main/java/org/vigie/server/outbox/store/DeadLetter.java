package org.vigie.server.outbox.store;

import java.time.Instant;
import org.vigie.server.outbox.EffectId;
import org.vigie.server.outbox.EffectKey;
import org.vigie.server.outbox.EffectKind;

/// An effect that is not delivered any more, unless an operator replays it.
///
/// @param failure of the last attempt, a stable word
/// @param overtaken whether a later effect of its key was delivered, which a replay comes after
public record DeadLetter(
    EffectId id,
    EffectKind kind,
    EffectKey key,
    int attempts,
    String failure,
    Instant addedAt,
    Instant diedAt,
    boolean overtaken) {}
