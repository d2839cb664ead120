package org.vigie.server.review;

/// A decision that took effect no longer counts, and its case is open again; published in the
/// transaction that opens it. Listeners accept repeats.
public record DecisionReversed(DecisionId decision) {}
