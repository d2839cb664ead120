package org.vigie.server.outbox;

/// One attempt to deliver an effect, and how it ended.
///
/// @param last whether no other attempt follows: the effect is delivered, withdrawn or a dead letter
public record Attempt(Effect effect, Delivery delivery, boolean last) {}
