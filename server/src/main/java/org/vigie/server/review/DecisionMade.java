package org.vigie.server.review;

/// A decision took effect; published in the transaction that makes it so. Listeners accept
/// repeats.
public record DecisionMade(DecisionId decision) {}
