package org.vigie.server.outbox;

/// One attempt to deliver an effect, and how it ended.
///
/// @param number from 1; more than 1 means that earlier attempts may have had an effect
/// @param last whether no other attempt follows: the effect is delivered, withdrawn or a dead
// letter
public record Attempt(Effect effect, int number, Delivery delivery, boolean last) {}
