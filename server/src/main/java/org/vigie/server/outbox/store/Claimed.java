package org.vigie.server.outbox.store;

import java.util.UUID;
import org.vigie.server.outbox.Effect;

/// An effect that this process may deliver until its lease ends.
///
/// @param lease names the claim
/// @param attempt its number, from 1
public record Claimed(Effect effect, UUID lease, int attempt) {}
